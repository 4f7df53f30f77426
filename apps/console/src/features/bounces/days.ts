interface Day {
  readonly day: string;
  readonly failed: number;
}

/** Every day from one to the other; those without a failure hold 0. @param from @param to days in Japan */
export const everyDay = (found: readonly Day[], from: string, to: string): Day[] => {
  const known = new Map(found.map(({ day, failed }) => [day, failed]));
  const days: Day[] = [];
  for (const date = new Date(`${from}T00:00:00Z`); ; date.setUTCDate(date.getUTCDate() + 1)) {
    const day = date.toISOString().slice(0, 10);
    if (day > to) return days;
    days.push({ day, failed: known.get(day) ?? 0 });
  }
};
