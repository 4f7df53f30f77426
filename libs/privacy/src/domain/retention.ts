import { jstDate, legalLastDay, PlainDate, startOfJstDay } from '#lib/kernel';
import type { DataClass, Texts } from '#lib/kernel';

export type { DataClass } from '#lib/kernel';

/** What starts the clock of a class. */
type RetentionClock = 'contract-end' | 'record' | 'last-mail' | 'fiscal-year-end';

/** What happens when the time is over. */
type RetentionEnding = 'delete-and-destroy-key' | 'delete' | 'delete-and-blank' | 'keep';

export interface Retention {
  /** From when the period runs. */
  readonly from: RetentionClock;
  readonly period: { readonly days: number } | { readonly months: number };
  readonly ending: RetentionEnding;
  readonly text: Texts;
  /** Clause or law that says so. */
  readonly basis: string;
}

/** The matrix of retention. @clause §3.7, D-08 */
export const retentions: Readonly<Record<DataClass, Retention>> = {
  A: {
    from: 'contract-end',
    period: { days: 7 },
    ending: 'delete-and-destroy-key',
    text: { ja: '契約終了後7日以内に消去', en: 'Erased within 7 days of the end of the contract' },
    basis: '同意6, W12B',
  },
  A2: {
    from: 'record',
    period: { months: 6 },
    ending: 'delete',
    text: { ja: '記録から6か月', en: '6 months from the record' },
    basis: 'P4-4, W17.1',
  },
  E: {
    from: 'last-mail',
    period: { months: 1 },
    ending: 'delete',
    text: {
      ja: '最後の広告メールから1か月（措置命令を受けたときは1年、通信販売では3年）',
      en: '1 month after the last mail (1 year under an order, 3 years for mail-order sellers)',
    },
    basis: '特定電子メール法3条2項, 特定商取引法12条の3第3項',
  },
  B: {
    from: 'contract-end',
    period: { months: 6 },
    ending: 'delete-and-blank',
    text: {
      ja: '契約終了後6か月、ただし清算が済むまで',
      en: '6 months after the end of the contract, and until all is settled',
    },
    basis: '同意5, D §32-2(3)',
  },
  C: {
    from: 'fiscal-year-end',
    period: { months: 2 + 10 * 12 },
    ending: 'keep',
    text: {
      ja: '事業年度の終わりの2か月後から10年',
      en: '10 years from two months after the end of the fiscal year',
    },
    basis: '消費税法57条の4第6項, 法人税法施行規則59条, 電子帳簿保存法7条',
  },
  S: {
    from: 'contract-end',
    period: { days: 7 },
    ending: 'delete-and-destroy-key',
    text: { ja: '契約の続く間', en: 'While the contract lives' },
    basis: '特定電子メール法3条3項',
  },
};

/**
 * The last day on which data of a class may still be there, or must be. The day of the event itself does not count
 * (民法140条), and months end by the calendar (民法143条).
 * @param event the day of the event that starts the clock; for `fiscal-year-end` any day of the fiscal year
 */
export const keptUntil = (dataClass: DataClass, event: PlainDate): PlainDate => {
  const { from, period } = retentions[dataClass];
  const start = from === 'fiscal-year-end' ? fiscalYearEnd(event) : event;
  return 'days' in period ? start.add(period) : lastDayAfter(start, period.months);
};

/** The last day of a span of months that follows a day. */
export const lastDayAfter = (day: PlainDate, months: number): PlainDate =>
  legalLastDay(day.add({ days: 1 }), months);

/** Records before this instant are over at `now`: the period of their class has passed to the day in Japan. */
export const oldestKept = (dataClass: DataClass, now: Date): Date => {
  const { period } = retentions[dataClass];
  const today = jstDate(now);
  let day = today.subtract(period);
  // A day is kept while its last day has not passed; the calendar's uneven months make that a search of a few days.
  while (PlainDate.compare(keptUntil(dataClass, day), today) < 0) day = day.add({ days: 1 });
  while (PlainDate.compare(keptUntil(dataClass, day.subtract({ days: 1 })), today) >= 0)
    day = day.subtract({ days: 1 });
  return startOfJstDay(day);
};

/** The provider's year of business ends with March. */
const fiscalYearEnd = (day: PlainDate): PlainDate =>
  PlainDate.from({ year: day.month <= 3 ? day.year : day.year + 1, month: 3, day: 31 });
