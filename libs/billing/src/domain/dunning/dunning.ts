import { PlainDate, jstDate } from '#lib/kernel';
import type { InvoiceState } from '../invoice/invoice-moves.js';

/** What the operator may be told or asked, in the order of growing firmness. */
const dunningSteps = [
  'reminder',
  'overdue-notice',
  'propose-suspension',
  'propose-termination',
] as const;
export type DunningStep = (typeof dunningSteps)[number];

/** Days after the due date on which each step is taken; suspension is lawful from the first on. */
export interface DunningPolicy {
  readonly reminder: number;
  readonly 'overdue-notice': number;
  readonly 'propose-suspension': number;
}

/** @clause W13.2 */
export const defaultDunningPolicy: DunningPolicy = {
  reminder: 1,
  'overdue-notice': 8,
  'propose-suspension': 15,
};

/** Whether the steps come in their order, none before the day after the due date. */
export const isOrdered = (policy: DunningPolicy): boolean =>
  policy.reminder >= 1 &&
  policy.reminder <= policy['overdue-notice'] &&
  policy['overdue-notice'] <= policy['propose-suspension'];

/** 遅滞なく: the initial charge, which has no due date of its own, is waited for thirty days. @clause W4.1 */
export const initialDueDate = (issuedOn: PlainDate): PlainDate => issuedOn.add({ days: 30 });

/** A tenant's oldest unpaid invoice. */
export interface Arrears {
  readonly state: InvoiceState;
  readonly dueDate: PlainDate;
  readonly service: 'not-started' | 'active' | 'suspended';
  /** The last day on which a suspended service may resume. @clause W13.2 */
  readonly lastResumableDay: PlainDate;
  /** Steps taken for this invoice. */
  readonly taken: readonly DunningStep[];
}

const owed: readonly InvoiceState[] = ['issued', 'collection-failed', 'partially-paid'];

/**
 * The step that is due now, at most one at a time and never one that was passed: after a pause the firmest one that
 * is due is taken, not all of them. Suspending and terminating are only proposed; the operator decides. An invoice
 * whose debit is under way is left alone.
 * @clause W13.2, W14.1
 */
export const dueDunningStep = (
  arrears: Arrears,
  now: Date,
  policy: DunningPolicy = defaultDunningPolicy,
): DunningStep | undefined => {
  if (!owed.includes(arrears.state)) return undefined;
  const today = jstDate(now);
  const due = dunningSteps.filter((step) => {
    const from = firstDay(step, arrears, policy);
    return from !== undefined && PlainDate.compare(today, from) >= 0;
  });
  const step = due.at(-1);
  return step && isFirmer(step, arrears.taken) ? step : undefined;
};

const isFirmer = (step: DunningStep, taken: readonly DunningStep[]): boolean =>
  taken.every((each) => dunningSteps.indexOf(step) > dunningSteps.indexOf(each));

/**
 * What will come next if nothing is paid, and the day from which: undefined where a person has to decide first, and
 * while a debit is under way.
 */
export const nextDunningStep = (
  arrears: Arrears,
  policy: DunningPolicy = defaultDunningPolicy,
): { readonly step: DunningStep; readonly on: PlainDate } | undefined => {
  if (!owed.includes(arrears.state)) return undefined;
  for (const step of dunningSteps.filter((each) => isFirmer(each, arrears.taken))) {
    const on = firstDay(step, arrears, policy);
    if (on) return { step, on };
  }
  return undefined;
};

/** Undefined where the step does not belong to the service's state. */
const firstDay = (
  step: DunningStep,
  { dueDate, service, lastResumableDay }: Arrears,
  policy: DunningPolicy,
): PlainDate | undefined => {
  switch (step) {
    case 'reminder':
    case 'overdue-notice':
      return dueDate.add({ days: policy[step] });
    case 'propose-suspension':
      return service === 'active' ? dueDate.add({ days: policy[step] }) : undefined;
    case 'propose-termination':
      return service === 'suspended' ? lastResumableDay.add({ days: 1 }) : undefined;
  }
};
