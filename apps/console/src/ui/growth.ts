export interface DayOfChanges {
  readonly day: string;
  readonly joined: number;
  readonly left: number;
  readonly removed: number;
}

/** Days without a gap, each with how many readers there were at its end. @param active readers now */
export const readersByDay = (
  days: readonly DayOfChanges[],
  active: number,
): {
  readonly day: string;
  readonly readers: number;
  readonly joined: number;
  readonly gone: number;
}[] => {
  const sorted = [...days].sort((a, b) => a.day.localeCompare(b.day));
  const first = sorted[0];
  const last = sorted.at(-1);
  if (!first || !last) return [];
  const known = new Map(sorted.map((day) => [day.day, day]));
  const found = [];
  let readers = active;
  for (let day = last.day; day >= first.day; day = dayBefore(day)) {
    const { joined = 0, left = 0, removed = 0 } = known.get(day) ?? {};
    found.unshift({ day, readers, joined, gone: left + removed });
    readers -= joined - left - removed;
  }
  return found;
};

const dayBefore = (day: string): string => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
};
