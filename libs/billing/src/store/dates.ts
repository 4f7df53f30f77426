import { PlainDate } from '#lib/kernel';
import type { YearMonth } from '#lib/kernel';

/** The first day of a month, as `date` columns keep months. */
export const dateOfMonth = (month: YearMonth): string => month.toPlainDate({ day: 1 }).toString();

/** A month from the text of its first day. */
export const monthOfDate = (date: string): YearMonth => PlainDate.from(date).toPlainYearMonth();
