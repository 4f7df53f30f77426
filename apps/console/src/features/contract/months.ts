/** `2026-11`, 2 → `2027-01` */
export const monthPlus = (month: string, count: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const date = new Date(Date.UTC(year, number - 1 + count, 1));
  return date.toISOString().slice(0, 7);
};

/** The first month and those that follow it. */
export const monthsFrom = (first: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => monthPlus(first, i));
