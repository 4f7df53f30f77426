import { YearMonth, addYen, startOfJstMonth, yen } from '#lib/kernel';
import type { Yen } from '#lib/kernel';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { feeItems } from '../fees/fee-plan.js';
import type { FeeContract } from '../fees/fee-plan.js';
import { monthsFromTo } from '../months.js';
import type { BillableChange } from '../peak/billable-changes.js';
import { beginPeak, closePeak, foldChange } from '../peak/peak.js';
import type { Peak } from '../peak/peak.js';
import { priceTableFor } from '../prices/price-table.js';
import type { Tiers } from '../prices/tiers.js';
import { taxTotals } from '../tax/tax-totals.js';
import type { InvoiceLine } from './invoice-line.js';
import { initialLines, monthlyLines } from './monthly-lines.js';
import type { Pricing } from './monthly-lines.js';

/** A contract's year as it happened: everything else follows. */
interface Year {
  readonly first: YearMonth;
  readonly last: YearMonth;
  readonly billingMode: FeeContract['billingMode'];
  /** Months suspended throughout, as a range within the contract; empty when `from` lies after `to`. */
  readonly suspendedFrom: number;
  readonly suspendedTo: number;
  readonly changes: readonly BillableChange[];
  readonly dearerFrom: YearMonth;
}

const setupFee = yen(10_000);
const option = { code: 'own-domain', fee: yen(1_995) };
const steps = (...fees: [number, number, number]): Tiers => [
  { upTo: 3, monthlyFee: yen(fees[0]) },
  { upTo: 6, monthlyFee: yen(fees[1]) },
  { upTo: null, monthlyFee: yen(fees[2]) },
];

const year: fc.Arbitrary<Year> = fc
  .record({
    start: fc.integer({ min: 0, max: 35 }),
    length: fc.integer({ min: 6, max: 12 }),
    billingMode: fc.constantFrom('advance-true-up' as const, 'arrears' as const),
    suspendedFrom: fc.integer({ min: 1, max: 12 }),
    suspendedTo: fc.integer({ min: 0, max: 12 }),
    dearer: fc.integer({ min: 0, max: 12 }),
    instants: fc.array(fc.integer({ min: 0, max: 366 * 1440 }), { maxLength: 60 }),
  })
  .map(({ start, length, dearer, instants, ...rest }) => {
    const first = YearMonth.from('2026-01').add({ months: start });
    const begin = startOfJstMonth(first).getTime();
    const minutes = [...new Set(instants)].sort((a, b) => a - b);
    // More come than go, so that the number never falls below zero.
    const changes = minutes.map((minute, i) => ({
      at: new Date(begin + minute * 60_000),
      delta: i % 3 === 2 ? -1 : 1,
    }));
    const last = first.add({ months: length - 1 });
    return { ...rest, first, last, changes, dearerFrom: first.add({ months: dearer }) };
  });

const tiersOf =
  ({ first, dearerFrom }: Year) =>
  (month: YearMonth): Tiers => {
    const old = { effectiveFrom: first, tiers: steps(5_000, 14_800, 33_333) };
    const dearer = { effectiveFrom: dearerFrom, tiers: steps(5_505, 15_001, 40_007) };
    const table = priceTableFor(month, dearerFrom.equals(first) ? [dearer] : [old, dearer]);
    if (!table) throw new Error(`no prices for ${month.toString()}`);
    return table.tiers;
  };

const isSuspended = (given: Year, month: YearMonth): boolean => {
  const n = monthsFromTo(given.first, month).length - 1;
  return n >= given.suspendedFrom && n <= given.suspendedTo;
};

/** Peaks month after month, each begun with what the one before handed on. */
const peaks = ({ first, last, changes }: Year): Map<string, Peak> => {
  let carry = 0;
  return new Map(
    monthsFromTo(first, last).map((month) => {
      const [from, until] = [month, month.add({ months: 1 })].map(startOfJstMonth);
      const ofMonth = changes.filter(({ at }) => at >= (from as Date) && at < (until as Date));
      const peak = closePeak(ofMonth.reduce(foldChange, beginPeak(month, carry)));
      carry = peak.carryOut;
      return [month.toString(), peak];
    }),
  );
};

/** All invoices of a contract, run by run, and what was given back for suspended months. */
const bill = (given: Year): { invoices: InvoiceLine[][]; released: Yen } => {
  const { first, last } = given;
  const peakByMonth = peaks(given);
  const ahead = new Map<string, Yen>();
  const closed = new Set<string>();
  const pricing: Pricing = {
    tiersOf: tiersOf(given),
    billedAhead: (month) => ahead.get(month.toString()) ?? yen(0),
    peakOf: (month) => peakByMonth.get(month.toString())?.count ?? 0,
    optionsOf: () => [option],
    shareOf: () => null,
  };
  const initial = initialLines(setupFee, first, pricing.tiersOf(first), null);
  const invoices = [initial];
  ahead.set(first.toString(), initial[1]?.amount ?? yen(0));
  let released = yen(0);
  for (const run of monthsFromTo(first, last.add({ months: 1 }))) {
    const wholly = new Set(
      monthsFromTo(first, last)
        .filter((month) => isSuspended(given, month))
        .map(String),
    );
    const items = feeItems(
      { firstFeeMonth: first, lastMonth: last, billingMode: given.billingMode },
      { advanced: new Set(ahead.keys()), closed },
      { wholly, now: isSuspended(given, run) },
      run,
    );
    const result = monthlyLines(items, pricing);
    if (!('lines' in result)) throw new Error('beyond the last step');
    invoices.push([...result.lines]);
    for (const { kind, month } of items) {
      if (kind !== 'advance') closed.add(month.toString());
      if (kind === 'release-advance') released = addYen(released, pricing.billedAhead(month));
    }
    for (const { kind, month, amount } of result.lines)
      if (kind === 'basic-fee') ahead.set(month.toString(), amount);
  }
  return { invoices, released };
};

/** The same sum, straight from what happened. */
const owed = (given: Year): number => {
  const countAt = (instant: Date): number =>
    given.changes.reduce((count, { at, delta }) => (at <= instant ? count + delta : count), 0);
  const fees = monthsFromTo(given.first, given.last)
    .filter((month) => !isSuspended(given, month))
    .map((month) => {
      const start = startOfJstMonth(month);
      const end = startOfJstMonth(month.add({ months: 1 }));
      const instants = given.changes.map(({ at }) => at).filter((at) => at > start && at < end);
      const peak = Math.max(...[start, ...instants].map(countAt));
      const [low, middle, high] = tiersOf(given)(month);
      const tier = peak <= 3 ? low : peak <= 6 ? middle : high;
      return (tier?.monthlyFee ?? NaN) + option.fee;
    });
  return setupFee + fees.reduce((sum, fee) => sum + fee, 0);
};

it('the invoices of a random year add up to what its events make due', () => {
  fc.assert(
    fc.property(year, (given) => {
      const { invoices, released } = bill(given);
      const lines = invoices.flat();
      const charged = lines.reduce((sum, { amount }) => sum + amount, 0) - released;
      expect(charged).toBe(owed(given));
      expect(lines.every(({ amount }) => amount > 0)).toBe(true);
      for (const invoice of invoices) {
        const base = invoice.reduce((sum, { amount }) => sum + amount, 0);
        expect(taxTotals(invoice).total).toBe(base + Math.floor(base / 10));
      }
    }),
    { numRuns: 200 },
  );
});
