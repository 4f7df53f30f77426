import { PlainDate, YearMonth } from '#lib/kernel';

/** Holidays are known for this long; nobody plans a debit further ahead. */
const lastYear = 2049;

/** `2026-04-01`; undefined for what is no day. */
export const readDay = (text: string): PlainDate | undefined => {
  if (!/^20\d{2}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    const day = PlainDate.from(text, { overflow: 'reject' });
    return day.year <= lastYear ? day : undefined;
  } catch {
    return undefined;
  }
};

/** `2026-04`; undefined for what is no month. */
export const readMonth = (text: string): YearMonth | undefined =>
  /^20\d{2}-(0[1-9]|1[0-2])$/.test(text) && Number(text.slice(0, 4)) <= lastYear
    ? YearMonth.from(text)
    : undefined;
