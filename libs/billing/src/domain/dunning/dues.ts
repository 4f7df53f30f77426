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

const byNotice = ['tenant-notice', 'operator-notice'];

/** Whether a contract ended at once, and not by a notice that had set its last day. @clause W14.1, W14.3 */
export const isTermination = (endReason: string): boolean => !byNotice.includes(endReason);

/**
 * The end of a contract by termination brings every debt forward that there is by then; what is invoiced after it, as
 * its final invoice, has its own due date.
 * @clause W14.3
 * @param endedOn the last day of service; null while there is no such end
 */
export const dueDateOf = (
  { issuedOn, dueDate }: { readonly issuedOn: PlainDate; readonly dueDate: PlainDate },
  endedOn: PlainDate | null,
): PlainDate => {
  if (!endedOn || PlainDate.compare(issuedOn, endedOn) > 0) return dueDate;
  return PlainDate.compare(endedOn, dueDate) < 0 ? endedOn : dueDate;
};

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
