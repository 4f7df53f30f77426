import { PlainDate, jstDate, yen } from '#lib/kernel';
import type { EmailAddress, Texts, Yen } from '#lib/kernel';

/** What must be there before service can begin, in whatever order it comes. */
export interface StartConditions {
  readonly formArrivedAt: Date | null;
  /** 初期費用 and 初回月利用料 with tax. */
  readonly initialCharge: Yen;
  /** What has come in for it; transfer fees are the payer's. @clause W7.1 */
  readonly received: Yen;
  readonly provisionedAt: Date | null;
}

export type StartObstacle = 'form-not-arrived' | 'initial-fee-short' | 'not-provisioned';

/** What still keeps the start notice back; empty when the gate is open. @clause W4.1 */
export const obstaclesToStart = (conditions: StartConditions): StartObstacle[] => [
  ...(conditions.formArrivedAt ? [] : (['form-not-arrived'] as const)),
  ...(conditions.received >= conditions.initialCharge ? [] : (['initial-fee-short'] as const)),
  ...(conditions.provisionedAt ? [] : (['not-provisioned'] as const)),
];

export type StartNotice =
  | {
      /** By post where the form names no PC address. */
      readonly channel: 'mail' | 'letter';
      /** Overpaid, and kept as credit. */
      readonly surplus: Yen;
    }
  | { readonly refused: readonly (StartObstacle | 'start-date-past')[] };

/**
 * Whether and how the start notice goes out.
 * @clause W4.1, W4.4
 */
export const startNotice = (
  conditions: StartConditions,
  serviceStartDate: PlainDate,
  pcEmail: EmailAddress | null,
  now: Date,
): StartNotice => {
  const past = PlainDate.compare(serviceStartDate, jstDate(now)) < 0;
  const refused = [
    ...obstaclesToStart(conditions),
    ...(past ? (['start-date-past'] as const) : []),
  ];
  if (refused.length > 0) return { refused };
  const surplus = yen(conditions.received - conditions.initialCharge);
  return { channel: pcEmail ? 'mail' : 'letter', surplus };
};

/** 速やかに: the last day for the start notice once the last condition is met. @clause W4.1 */
export const startNoticeDueBy = (lastConditionMetAt: Date): PlainDate =>
  jstDate(lastConditionMetAt).add({ days: 7 });

/** A mobile phone's address where a PC's is asked for: letters may have to be sent after all. @clause W4.1 */
export const looksLikeMobileAddress = (pcEmail: EmailAddress | null): boolean =>
  pcEmail?.isCarrier ?? false;

export const startRefusalTexts: Readonly<Record<StartObstacle | 'start-date-past', Texts>> = {
  'form-not-arrived': {
    ja: '申込書がまだ到着していません。',
    en: 'The application form has not arrived yet.',
  },
  'initial-fee-short': {
    ja: '初回料金の入金が不足しています。',
    en: 'The initial charge has not been paid in full.',
  },
  'not-provisioned': {
    ja: 'サービスを提供する準備ができていません。',
    en: 'The service has not been set up yet.',
  },
  'start-date-past': {
    ja: '利用開始日に過去の日付は指定できません。',
    en: 'The service start date must not lie in the past.',
  },
};
