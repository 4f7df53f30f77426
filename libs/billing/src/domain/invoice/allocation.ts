import { PlainDate, yen } from '#lib/kernel';
import type { Yen } from '#lib/kernel';

/** An invoice on which money is owed. */
export interface OpenInvoice {
  readonly id: string;
  readonly dueDate: PlainDate;
  readonly number: string;
  /** What is still owed on it, above zero. */
  readonly open: Yen;
}

export interface Allocation {
  readonly parts: readonly {
    readonly invoiceId: string;
    readonly amount: Yen;
    /** True when the invoice is paid by it; there is no tolerance. @clause W7.1 */
    readonly paysOff: boolean;
  }[];
  /** Kept as credit. */
  readonly surplus: Yen;
}

/**
 * Spreads a payment over a tenant's invoices: the first to fall due is paid first (民法488条4項), and of those due on
 * one day the one with the lower number.
 * @clause W6.1, W7.1
 * @throws RangeError unless the amount is above zero
 */
export const allocate = (amount: Yen, invoices: readonly OpenInvoice[]): Allocation => {
  if (amount <= 0) throw new RangeError('a payment is above zero');
  let left: Yen = amount;
  const parts: Allocation['parts'][number][] = [];
  for (const { id, open } of [...invoices].sort(byDueDate)) {
    if (left === 0) break;
    const part = yen(Math.min(left, open));
    parts.push({ invoiceId: id, amount: part, paysOff: part === open });
    left = yen(left - part);
  }
  return { parts, surplus: left };
};

const byDueDate = (a: OpenInvoice, b: OpenInvoice): number =>
  PlainDate.compare(a.dueDate, b.dueDate) || (a.number < b.number ? -1 : 1);
