import { PlainDate, YearMonth, jstDate } from '#lib/kernel';
import type { Texts, Yen } from '#lib/kernel';
import { issueDayOfMonth } from '../calendar/debit-schedule.js';
import type { Tiers } from './tiers.js';

interface CoursePrice {
  /** 初期費用 */
  readonly setupFee: Yen;
  readonly tiers: Tiers;
  /** Monthly fees of the options, by their code. */
  readonly options: Readonly<Record<string, Yen>>;
}

/** 料金規定: all prices without tax, from 00:00 of the first of a month on. Never changed once published. */
export interface PriceTable {
  readonly version: number;
  readonly effectiveFrom: YearMonth;
  readonly courses: Readonly<Record<string, CoursePrice>>;
}

/**
 * The table by which a month is priced, whenever it is invoiced; undefined before the first.
 * @clause W4.6
 */
export const priceTableFor = <T extends Pick<PriceTable, 'effectiveFrom'>>(
  month: YearMonth,
  tables: readonly T[],
): T | undefined =>
  tables
    .filter(({ effectiveFrom }) => YearMonth.compare(effectiveFrom, month) <= 0)
    .sort((a, b) => YearMonth.compare(b.effectiveFrom, a.effectiveFrom))[0];

export type PublicationRefusal = 'month-taken' | 'too-late';

/**
 * Why a table cannot be published any more; undefined when it can. The month it begins with must not have been billed
 * ahead: what was invoiced is never priced anew.
 * @clause W3.2, W4.6
 */
export const publicationRefusal = (
  effectiveFrom: YearMonth,
  published: readonly Pick<PriceTable, 'effectiveFrom'>[],
  now: Date,
): PublicationRefusal | undefined => {
  if (published.some((table) => table.effectiveFrom.equals(effectiveFrom))) return 'month-taken';
  const billedOn = effectiveFrom.subtract({ months: 1 }).toPlainDate({ day: issueDayOfMonth });
  return PlainDate.compare(jstDate(now), billedOn) < 0 ? undefined : 'too-late';
};

export const publicationRefusalTexts: Readonly<Record<PublicationRefusal, Texts>> = {
  'month-taken': {
    ja: '同じ月から適用される料金表がすでに公開されています。',
    en: 'A price table that takes effect in this month has been published already.',
  },
  'too-late': {
    ja: '適用開始月の前月10日までに公開してください。それ以降は請求が始まります。',
    en: 'Publish a price table by the 10th of the month before it takes effect; billing begins on the 11th.',
  },
};
