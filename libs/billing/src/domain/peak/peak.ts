import { YearMonth, startOfJstMonth } from '#lib/kernel';
import type { BillableChange } from './billable-changes.js';

/** A day of the curve, for a chart. */
export interface PeakDay {
  /** Day of the month, from 1. */
  readonly day: number;
  /** The most at any instant of the day. */
  readonly most: number;
  /** The number at its end. */
  readonly last: number;
}

/** The peak of a closed month and its proof. */
export interface Peak {
  readonly month: YearMonth;
  /** 最大メールアドレス数: the most billable addresses at any instant of the month. */
  readonly count: number;
  /** The first instant at which there were that many. */
  readonly at: Date;
  /** What the next month begins with. */
  readonly carryOut: number;
  readonly days: readonly PeakDay[];
}

/** A month being folded up. Plain data: it can be kept and taken up again. */
export interface PeakFold {
  readonly month: string;
  /** Milliseconds since the epoch, as all instants here. */
  readonly start: number;
  readonly end: number;
  /** Right after every change up to and including `since`. */
  readonly count: number;
  readonly since: number;
  readonly peak: { readonly count: number; readonly at: number } | null;
  /** Days that are over. */
  readonly days: readonly PeakDay[];
  /** The most of the day that `since` lies in, over its instants before `since`; null when there are none. */
  readonly mostToday: number | null;
}

const dayMs = 86_400_000;

/**
 * Begins a month with the number of billable addresses at the end of the one before.
 * @clause W7.2
 */
export const beginPeak = (month: YearMonth, carryIn: number): PeakFold => {
  const start = startOfJstMonth(month).getTime();
  return {
    month: month.toString(),
    start,
    end: startOfJstMonth(month.add({ months: 1 })).getTime(),
    count: carryIn,
    since: start,
    peak: null,
    days: [],
    mostToday: null,
  };
};

/**
 * Takes one more change into account. Counts are right-continuous: what happens at one instant is seen together, so
 * that nobody pays for the order of two rows with the same time.
 * @clause W7.2
 * @throws RangeError for a change out of order or of another month
 */
export const foldChange = (fold: PeakFold, { at, delta }: BillableChange): PeakFold => {
  const now = at.getTime();
  if (!(now >= fold.since && now < fold.end))
    throw new RangeError(`a change out of order, or not of ${fold.month}`);
  const settled = now > fold.since ? settle(fold, now) : fold;
  return { ...settled, count: settled.count + delta };
};

/** The peak once the month is over. @clause W7.2 */
export const closePeak = (fold: PeakFold): Peak => {
  const { peak, count, days } = settle(fold, fold.end);
  if (!peak) throw new RangeError('a month has at least one instant');
  return {
    month: YearMonth.from(fold.month),
    count: peak.count,
    at: new Date(peak.at),
    carryOut: count,
    days,
  };
};

/** The peak of a month by its changes, in the order of time. @clause W7.2 */
export const peakOf = (
  month: YearMonth,
  carryIn: number,
  changes: Iterable<BillableChange>,
): Peak => {
  let fold = beginPeak(month, carryIn);
  for (const change of changes) fold = foldChange(fold, change);
  return closePeak(fold);
};

/** The present count has stood from `since` until `until`: it enters the peak and the days it lasted. */
const settle = (fold: PeakFold, until: number): PeakFold => {
  const { count, since, start } = fold;
  const peak = fold.peak && fold.peak.count >= count ? fold.peak : { count, at: since };
  const most = Math.max(fold.mostToday ?? count, count);
  const today = dayOf(since, start);
  const untilDay = dayOf(until, start);
  if (untilDay === today) return { ...fold, peak, since: until, mostToday: most };
  const over = [{ day: today, most, last: count }];
  for (let day = today + 1; day < untilDay; day += 1) over.push({ day, most: count, last: count });
  const atMidnight = (until - start) % dayMs === 0;
  return {
    ...fold,
    peak,
    since: until,
    days: [...fold.days, ...over],
    mostToday: atMidnight ? null : count,
  };
};

/** Days in Japan are all of one length. */
const dayOf = (instant: number, start: number): number => Math.floor((instant - start) / dayMs) + 1;
