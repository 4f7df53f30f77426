export interface DayOfChanges {
  readonly day: string;
  readonly joined: number;
  readonly left: number;
  readonly removed: number;
}

/**
 * Days without a gap, each with how many readers there were at its end: from the eve of the first change, so that
 * even a single day makes a line, until today.
 * @param active readers now
 * @param today as `2026-04-01`
 */
export const readersByDay = (
  days: readonly DayOfChanges[],
  active: number,
  today: string,
): {
  readonly day: string;
  readonly readers: number;
  readonly joined: number;
  readonly gone: number;
}[] => {
  const known = new Map(days.map((day) => [day.day, day]));
  const [first] = [...known.keys()].sort();
  if (first === undefined) return [];
  const eve = dayBefore(first);
  const found = [];
  let readers = active;
  for (let day = today; day >= eve; day = dayBefore(day)) {
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
