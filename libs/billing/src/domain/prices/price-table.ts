import { PlainDate, YearMonth, jstDate } from '#lib/kernel';
import type { Texts, Yen } from '#lib/kernel';
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
 * @param billedOn the day on which the month is invoiced ahead
 */
export const publicationRefusal = (
  effectiveFrom: YearMonth,
  published: readonly Pick<PriceTable, 'effectiveFrom'>[],
  billedOn: PlainDate,
  now: Date,
): PublicationRefusal | undefined => {
  if (published.some((table) => table.effectiveFrom.equals(effectiveFrom))) return 'month-taken';
  return PlainDate.compare(jstDate(now), billedOn) < 0 ? undefined : 'too-late';
};

export const publicationRefusalTexts: Readonly<Record<PublicationRefusal, Texts>> = {
  'month-taken': {
    ja: '同じ月から適用される料金表がすでに公開されています。',
    en: 'A price table that takes effect in this month has been published already.',
  },
  'too-late': {
    ja: '適用開始月の請求がすでに始まっています。前月10日まで（休日のため発行日が早まる月は、その前日まで）に公開してください。',
    en: 'This month is being billed already. Publish a price table by the 10th of the month before it takes effect, or by the day before the run where holidays draw that before the 11th.',
  },
};
