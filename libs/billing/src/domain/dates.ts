import { PlainDate, YearMonth } from '#lib/kernel';

/** `2026-04-01`; undefined for what is no day. */
export const readDay = (text: string): PlainDate | undefined => {
  if (!/^20\d{2}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    return PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return undefined;
  }
};

/** `2026-04`; undefined for what is no month. */
export const readMonth = (text: string): YearMonth | undefined =>
  /^20\d{2}-(0[1-9]|1[0-2])$/.test(text) ? YearMonth.from(text) : undefined;
