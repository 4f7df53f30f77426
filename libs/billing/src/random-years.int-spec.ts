import type { TestClient } from '#lib/accounts/testing';
import { activeTenant, resumeTenant, suspendTenant } from '#lib/contracts/testing';
import { MovableClock, PlainDate, YearMonth, endOfMonth, startOfJstDay } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InvoicesStore } from './store/invoices.store.js';
import { billingParts } from './testing/billing-parts.js';
import { headcount } from './testing/headcount.js';
import { readyToInvoice } from './testing/invoicing.js';
import { transferred } from './testing/transferred.js';
import { IssueInitialInvoice } from './use-cases/issue-initial-invoice.js';

const hourMs = 3_600_000;

/** A tenant's year as it happened: everything else follows. */
interface Year {
  readonly start: PlainDate;
  /** Hours after the start at which one address comes, or each third time goes. */
  readonly changes: readonly number[];
  /** Days after the start; it lasts so many days. */
  readonly suspended: { readonly after: number; readonly days: number } | null;
  readonly notice: PlainDate;
}

const year: fc.Arbitrary<Year> = fc
  .record({
    start: fc.integer({ min: 0, max: 89 }),
    notice: fc.integer({ min: 151, max: 380 }),
    suspended: fc.option(
      fc.record({
        after: fc.integer({ min: 40, max: 90 }),
        days: fc.integer({ min: 5, max: 75 }),
      }),
    ),
    changes: fc.uniqueArray(fc.integer({ min: 1, max: 400 * 24 }), { maxLength: 25 }),
  })
  .map(({ start, notice, changes, suspended }) => ({
    start: PlainDate.from('2026-01-01').add({ days: start }),
    notice: PlainDate.from('2026-01-01').add({ days: notice }),
    changes: changes.sort((a, b) => a - b),
    suspended,
  }));

const noon = (day: PlainDate): Date => new Date(startOfJstDay(day).getTime() + 12 * hourMs);

const suspension = ({ start, suspended }: Year): { from: Date; until: Date } | null =>
  suspended && {
    from: noon(start.add({ days: suspended.after })),
    until: noon(start.add({ days: suspended.after + suspended.days })),
  };

const ledger = ({ start, changes }: Year): { at: Date; delta: number }[] =>
  changes.map((hours, i) => ({
    at: new Date(startOfJstDay(start).getTime() + hours * hourMs),
    delta: i % 3 === 2 ? -1 : 1,
  }));

/** Set-up fee and the fee of each month, straight from what happened. */
const owed = (given: Year): Record<string, number> => {
  const { start, notice } = given;
  const begun = start.toPlainYearMonth();
  const first = start.day === 1 ? begun : begun.add({ months: 1 });
  const minimum = first.add({ months: 5 });
  const arrived = notice.toPlainYearMonth();
  const isLate = PlainDate.compare(notice, endOfMonth(minimum)) > 0;
  const byNotice = isLate ? arrived : arrived.add({ months: 1 });
  const last = YearMonth.compare(byNotice, minimum) > 0 ? byNotice : minimum;
  const pause = suspension(given);
  const events = ledger(given);
  const countAt = (instant: Date): number =>
    events.reduce((count, { at, delta }) => (at <= instant ? count + delta : count), 0);
  const fees: Record<string, number> = { 'set-up': 10_000 };
  for (let m = first; YearMonth.compare(m, last) <= 0; m = m.add({ months: 1 })) {
    const from = startOfJstDay(m.toPlainDate({ day: 1 }));
    const until = startOfJstDay(m.add({ months: 1 }).toPlainDate({ day: 1 }));
    if (pause && pause.from <= from && pause.until >= until) continue;
    const instants = events.map(({ at }) => at).filter((at) => at > from && at < until);
    const peak = Math.max(...[from, ...instants].map(countAt));
    fees[m.toString()] = peak <= 3 ? 5_000 : peak <= 6 ? 14_800 : 33_333;
  }
  return fees;
};

interface Deed {
  readonly at: Date;
  readonly run?: () => Promise<void>;
}

/** The runs, and the turns of months with the minutes after which a last invoice is issued. */
const calendar = (): Deed[] =>
  Array.from({ length: 16 }, (_, n) => YearMonth.from('2026-01').add({ months: n })).flatMap(
    (month) => {
      const midnight = startOfJstDay(month.toPlainDate({ day: 1 }));
      const run = startOfJstDay(month.toPlainDate({ day: 11 }));
      return [{ at: midnight }, { at: new Date(midnight.getTime() + hourMs) }, { at: run }];
    },
  );

const life = (test: TestApp, given: Year, known: (tenantId: TenantId) => void): Deed[] => {
  let tenantId: TenantId;
  let client: TestClient;
  const open = async (): Promise<void> => {
    ({ tenantId, client } = await activeTenant(test));
    known(tenantId);
    await headcount(test, tenantId, ledger(given));
    await test.get(IssueInitialInvoice).execute({ tenantId });
    await transferred(test, tenantId, 16_500);
  };
  const giveNotice = async (): Promise<void> => {
    expect((await client.post('/api/v1/contract/end-notices', {})).status).toBe(201);
  };
  const pause = suspension(given);
  return [
    { at: startOfJstDay(given.start), run: open },
    { at: noon(given.notice), run: giveNotice },
    ...(pause
      ? [
          { at: pause.from, run: () => suspendTenant(test, tenantId) },
          { at: pause.until, run: () => resumeTenant(test, tenantId) },
        ]
      : []),
  ];
};

/** What stands on a tenant's invoices, by month; fails where an invoice's tax is not that of its sum. */
const invoiced = (test: TestApp, tenantId: TenantId): Promise<Record<string, number>> =>
  test.get(Database).asSystem(async (tx) => {
    const sums: Record<string, number> = {};
    for (const { id, state, total } of await test.get(InvoicesStore).list(tx, tenantId, null, 99)) {
      if (state === 'void') continue;
      const lines = await test.get(InvoicesStore).lines(tx, tenantId, id);
      const base = lines.reduce((sum, { amount }) => sum + amount, 0);
      expect(total).toBe(base + Math.floor(base / 10));
      for (const { kind, month, amount } of lines) {
        const key = kind === 'setup-fee' ? 'set-up' : month.toString();
        sums[key] = (sums[key] ?? 0) + amount;
      }
    }
    return sums;
  });

it('the invoices of tenants that live random years at the same time add up, month by month, to what happened', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(year, { minLength: 5, maxLength: 5 }), async (years) => {
      const clock = new MovableClock('2026-01-01T00:00:00+09:00');
      const test = await startApp({ ...billingParts, clock });
      try {
        await readyToInvoice(test, '2026-01');
        const tenants: TenantId[] = [];
        const deeds = years.flatMap((each, i) => life(test, each, (id) => (tenants[i] = id)));
        const inOrder = [...deeds, ...calendar()].sort((a, b) => a.at.getTime() - b.at.getTime());
        for (const { at, run } of inOrder) {
          clock.set(at);
          await run?.();
          await test.drain.sweep();
        }
        const sums: unknown[] = [];
        for (const tenantId of tenants) sums.push(await invoiced(test, tenantId));
        expect(sums).toEqual(years.map(owed));
      } finally {
        await test.stop();
      }
    }),
    { numRuns: 2, endOnFailure: true },
  );
});
