import { PlainDate, yen } from '#lib/kernel';
import type { Yen } from '#lib/kernel';
import type { InvoiceState } from '../invoice/invoice-moves.js';

/** An invoice on which money is owed. */
export interface Debt {
  readonly state: InvoiceState;
  readonly dueDate: PlainDate;
  readonly open: Yen;
}

/** What a tenant owes altogether. */
export interface Dues {
  /** Past its due date; what a debit is collecting is not. */
  readonly dueYen: Yen;
  readonly oldestDueDate: PlainDate | null;
  readonly receivableTotalYen: Yen;
}

/** The end of a contract brings every debt forward, and none of them back. @clause W14.3 */
export const dueDateOf = (dueDate: PlainDate, accelerated: PlainDate | null): PlainDate =>
  accelerated && PlainDate.compare(accelerated, dueDate) < 0 ? accelerated : dueDate;

/**
 * What has fallen due, and what there is to fall due.
 * @clause W11.2, W13.2
 * @param today the day it is in Japan; a debt is past due from the day after its due date
 */
export const duesOf = (debts: readonly Debt[], today: PlainDate): Dues => {
  const sum = (some: readonly Debt[]): Yen => yen(some.reduce((all, { open }) => all + open, 0));
  const [oldest] = debts.map(({ dueDate }) => dueDate).sort((a, b) => PlainDate.compare(a, b));
  return {
    dueYen: sum(
      debts.filter(
        ({ state, dueDate }) => state !== 'collecting' && PlainDate.compare(dueDate, today) < 0,
      ),
    ),
    oldestDueDate: oldest ?? null,
    receivableTotalYen: sum(debts),
  };
};
