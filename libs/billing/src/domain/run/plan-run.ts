import type { YearMonth, Yen } from '#lib/kernel';
import { feeItems } from '../fees/fee-plan.js';
import type { FeeContract, FeeItem } from '../fees/fee-plan.js';

/** A month that was invoiced before it began. */
export interface Advance {
  readonly month: YearMonth;
  readonly amount: Yen;
  readonly invoiceId: string;
  /** Whether the invoice is still owed in full and in no debit file. */
  readonly voidable: boolean;
}

/** What has happened to a contract's months so far. */
export interface BilledSoFar {
  readonly advances: readonly Advance[];
  readonly settled: readonly { readonly month: YearMonth; readonly invoiceId: string | null }[];
}

export interface SuspensionSoFar {
  isWhollySuspended(month: YearMonth): boolean;
  /** Whether service is suspended as the run begins. */
  readonly now: boolean;
}

export interface RunPlan {
  /** Invoices to void first: they ask for a month that was suspended throughout, and nobody has paid them. */
  readonly voids: readonly string[];
  /** Paid advances for such months: to be credited. */
  readonly credits: readonly Advance[];
  readonly items: readonly FeeItem[];
  /** What stands once the voids are done. */
  readonly advances: readonly Advance[];
}

/**
 * What the run of a month does with a contract. Voiding an invoice opens whatever else it had settled, so that the plan
 * is made anew until nothing is left to void.
 * @clause W6.1, W13.3
 * @decision D-03, D-10
 */
export const planRun = (
  contract: FeeContract,
  { advances, settled }: BilledSoFar,
  suspension: SuspensionSoFar,
  runMonth: YearMonth,
): RunPlan => {
  const voids = new Set<string>();
  for (;;) {
    const left = advances.filter(({ invoiceId }) => !voids.has(invoiceId));
    const done = settled.filter(({ invoiceId }) => invoiceId === null || !voids.has(invoiceId));
    const billed = { advanced: names(left), closed: names(done) };
    const wholly = suspendedAmong(contract, billed, suspension, runMonth);
    const items = feeItems(contract, billed, { wholly, now: suspension.now }, runMonth);
    const released = new Set(
      items.filter(({ kind }) => kind === 'release-advance').map(({ month }) => month.toString()),
    );
    const toRelease = left.filter(({ month }) => released.has(month.toString()));
    const toVoid = toRelease.filter(({ voidable }) => voidable);
    if (toVoid.length === 0)
      return { voids: [...voids], credits: toRelease, items, advances: left };
    for (const { invoiceId } of toVoid) voids.add(invoiceId);
  }
};

const names = (months: readonly { readonly month: YearMonth }[]): Set<string> =>
  new Set(months.map(({ month }) => month.toString()));

/** Months to close that were suspended throughout, paid ahead or not. */
const suspendedAmong = (
  contract: FeeContract,
  billed: Parameters<typeof feeItems>[1],
  suspension: SuspensionSoFar,
  runMonth: YearMonth,
): Set<string> =>
  names(
    feeItems(contract, billed, { wholly: new Set(), now: suspension.now }, runMonth).filter(
      ({ kind, month }) => kind !== 'advance' && suspension.isWhollySuspended(month),
    ),
  );
