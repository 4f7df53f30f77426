import { YearMonth, yen } from '#lib/kernel';
import type { Yen } from '#lib/kernel';
import { priceTableFor } from './price-table.js';
import type { PriceTable } from './price-table.js';
import type { Tiers } from './tiers.js';

/** What a contract has, month by month. */
export interface Agreed {
  readonly courses: readonly { readonly courseCode: string; readonly from: YearMonth }[];
  readonly options: readonly {
    readonly optionCode: string;
    readonly from: YearMonth;
    /** The first month without it. */
    readonly until: YearMonth | null;
  }[];
}

/** What a contract costs in one month. */
export interface MonthPrice {
  readonly courseCode: string;
  readonly setupFee: Yen;
  readonly tiers: Tiers;
  readonly options: readonly { readonly code: string; readonly fee: Yen }[];
}

/** Undefined where no table that is in force prices the course. @clause W4.6, W11.4 */
export const monthPrice = (
  agreed: Agreed,
  tables: readonly PriceTable[],
  month: YearMonth,
): MonthPrice | undefined => {
  const courseCode = courseIn(agreed, month);
  const price = courseCode && priceTableFor(month, tables)?.courses[courseCode];
  if (!price) return undefined;
  const options = agreed.options
    .filter(({ from, until }) => covers(from, until, month))
    .map(({ optionCode }) => ({ code: optionCode, fee: price.options[optionCode] ?? yen(0) }))
    .filter(({ fee }) => fee > 0);
  return { courseCode, setupFee: price.setupFee, tiers: price.tiers, options };
};

/** The course in force in a month; before the first one, that one. */
const courseIn = ({ courses }: Agreed, month: YearMonth): string | undefined =>
  (courses.findLast(({ from }) => YearMonth.compare(from, month) <= 0) ?? courses[0])?.courseCode;

const covers = (from: YearMonth, until: YearMonth | null, month: YearMonth): boolean =>
  YearMonth.compare(from, month) <= 0 && (!until || YearMonth.compare(month, until) < 0);
