import { PlainDate, jstDate } from '#lib/kernel';
import type { EmailAddress } from '#lib/kernel';
import type { Contract } from './contract.js';
import type { ContractNeed } from './lifecycle-moves.js';

/** The three that must be there before service can begin, in whatever order they come. Money is billing's: all of it, or null. */
export type StartConditions = Pick<Contract, 'formArrivedAt' | 'initialPaidAt' | 'provisionedAt'>;

const needOf = {
  formArrivedAt: 'form-arrived',
  initialPaidAt: 'initial-fee-paid',
  provisionedAt: 'provisioned',
} as const satisfies Record<keyof StartConditions, ContractNeed>;

type StartNeed = (typeof needOf)[keyof typeof needOf] | 'start-date-not-past';

const conditions = Object.keys(needOf) as (keyof StartConditions)[];

/** Which of the three are met. @clause W4.1 */
export const conditionsMet = (contract: StartConditions): StartNeed[] =>
  conditions.filter((name) => contract[name] !== null).map((name) => needOf[name]);

/** What still keeps a start notice with that date back; empty when it can go out. @clause W4.1, W4.4 */
export const missingToStart = (
  contract: StartConditions,
  serviceStartDate: PlainDate,
  now: Date,
): StartNeed[] => [
  ...conditions.filter((name) => contract[name] === null).map((name) => needOf[name]),
  ...(mayStartOn(serviceStartDate, now) ? [] : (['start-date-not-past'] as const)),
];

/** Service is never back-dated; a start today has been going on since midnight. @clause W4.4 */
export const mayStartOn = (serviceStartDate: PlainDate, now: Date): boolean =>
  PlainDate.compare(serviceStartDate, jstDate(now)) >= 0;

/** 速やかに: the last day for the start notice once the last condition is met. @clause W4.1 */
export const startNoticeDueBy = (lastConditionMetAt: Date): PlainDate =>
  jstDate(lastConditionMetAt).add({ days: 7 });

/** A mobile phone's address where a PC's is asked for: letters may have to be sent after all. @clause W4.1 */
export const looksLikeMobileAddress = (pcEmail: EmailAddress | null): boolean =>
  pcEmail?.isCarrier ?? false;
