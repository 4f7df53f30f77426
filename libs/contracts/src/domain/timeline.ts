import { PlainDate, jstDate } from '#lib/kernel';
import type { Texts } from '#lib/kernel';
import type { Contract } from './contract.js';
import { minimumTerm } from './minimum-term.js';
import { renewalsUntil } from './renewals.js';
import type { Suspension } from './suspension.js';

export const timelineKinds = [
  'applied',
  'start-notified',
  'service-start',
  'notice-cut-off',
  'minimum-term-end',
  'renewal',
  'suspended',
  'resumed',
  'course-change',
  'end',
  'data-erased-by',
] as const;
type TimelineKind = (typeof timelineKinds)[number];

/** One day in the life of a contract that matters to its tenant. */
export interface TimelineEntry {
  readonly on: PlainDate;
  readonly kind: TimelineKind;
  readonly tense: 'past' | 'today' | 'future';
  readonly texts: Texts;
}

const texts: Readonly<Record<TimelineKind, Texts>> = {
  applied: { ja: 'お申込み', en: 'Application' },
  'start-notified': { ja: '利用開始のご案内', en: 'Notice of the start of service' },
  'service-start': { ja: '利用開始', en: 'Start of service' },
  'notice-cut-off': {
    ja: '満了をもって終了するための通知の最終日',
    en: 'Last day for a notice that ends the contract with its minimum term',
  },
  'minimum-term-end': { ja: '最低利用期間の満了', en: 'End of the minimum term' },
  renewal: { ja: '契約の更新', en: 'Renewal' },
  suspended: { ja: 'サービスの停止', en: 'Suspension' },
  resumed: { ja: 'サービスの再開', en: 'Resumption' },
  'course-change': { ja: 'サービス内容の変更', en: 'Change of service' },
  end: { ja: '契約の終了日', en: 'Last day of the contract' },
  'data-erased-by': { ja: 'データの消去期限', en: 'Data are erased by then' },
};

/**
 * The life of a contract in days, oldest first. Of the renewals the latest and, while no end is fixed, the next one.
 * @clause W4, W5, W13, W15
 */
export const timelineOf = (
  contract: Contract,
  suspensions: readonly Suspension[],
  changes: readonly PlainDate[],
  now: Date,
): TimelineEntry[] => {
  const days: [TimelineKind, PlainDate | Date | null][] = [
    ['applied', contract.appliedAt],
    ['start-notified', contract.startNotifiedAt],
    ['service-start', contract.serviceStartDate],
    ...termDays(contract, now),
    ...suspensions.flatMap(({ from, until }): [TimelineKind, Date | null][] => [
      ['suspended', from],
      ['resumed', until],
    ]),
    ...changes.map((day): [TimelineKind, PlainDate] => ['course-change', day]),
    ['end', contract.endDate],
    ['data-erased-by', contract.eraseServiceDataBy],
  ];
  const today = jstDate(now);
  return days
    .flatMap(([kind, at]) =>
      at ? [entry(kind, at instanceof Date ? jstDate(at) : at, today)] : [],
    )
    .sort((a, b) => PlainDate.compare(a.on, b.on));
};

const termDays = (contract: Contract, now: Date): [TimelineKind, PlainDate][] => {
  const { serviceStartDate, rules, endDate } = contract;
  if (!serviceStartDate) return [];
  const { minimumTermMonths, renewalMonths } = rules.rules;
  const term = minimumTerm(serviceStartDate, minimumTermMonths);
  const renewals = renewalsUntil(now, term, endDate, renewalMonths);
  const latest = renewals.at(-1);
  const runsTo = latest?.lastDay ?? term.end;
  const next = endDate && PlainDate.compare(endDate, runsTo) <= 0 ? null : runsTo.add({ days: 1 });
  return [
    ...(term.binds
      ? ([
          ['notice-cut-off', jstDate(term.noticeBefore).subtract({ days: 1 })],
          ['minimum-term-end', term.end],
        ] as const)
      : []),
    ...(latest ? ([['renewal', latest.firstMonth.toPlainDate({ day: 1 })]] as const) : []),
    ...(next ? ([['renewal', next]] as const) : []),
  ].map(([kind, day]) => [kind as TimelineKind, day]);
};

const entry = (kind: TimelineKind, on: PlainDate, today: PlainDate): TimelineEntry => {
  const order = PlainDate.compare(on, today);
  const tense = order < 0 ? 'past' : order === 0 ? 'today' : 'future';
  return { on, kind, tense, texts: texts[kind] };
};
