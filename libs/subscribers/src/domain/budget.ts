import { jstDate, startOfJstDay } from '#lib/kernel';

/** So many mails may be asked for until a window ends; the window opens with the first one. */
export interface BudgetRule {
  readonly name: string;
  readonly limit: number;
  readonly endsAt: (now: Date) => Date;
}

const minutes =
  (count: number) =>
  (now: Date): Date =>
    new Date(now.getTime() + count * 60_000);

const endOfJstDay = (now: Date): Date => startOfJstDay(jstDate(now).add({ days: 1 }));

/** Nobody's mailbox is filled by forms, whoever fills them in and for whichever tenant. */
export const addressBudgets: readonly BudgetRule[] = [
  { name: 'address-10min', limit: 1, endsAt: minutes(10) },
  { name: 'address-day', limit: 3, endsAt: endOfJstDay },
];

/** How much one origin may ask for; without a solved challenge much less. */
export const originBudgets = (solved: boolean): readonly BudgetRule[] =>
  solved
    ? [{ name: 'ip-solved', limit: 30, endsAt: minutes(60) }]
    : [{ name: 'ip-plain', limit: 5, endsAt: minutes(60) }];

/** A tenant's forms together: well above what a busy shop sees, well below what a relay forgives. */
export const tenantBudgets = (solved: boolean): readonly BudgetRule[] =>
  solved
    ? [{ name: 'tenant-solved', limit: 3_000, endsAt: minutes(60) }]
    : [{ name: 'tenant-plain', limit: 600, endsAt: minutes(60) }];
