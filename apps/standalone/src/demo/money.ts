import { InvoiceBook, IssueInitialInvoice, ReceivePayment, openAmount } from '#lib/billing';
import { jstDate, newId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { pastDays } from './calendar.js';
import type { DaysAgo } from './calendar.js';
import type { Happening } from './happening.js';
import type { Stage } from './stage.js';

/** Days of a month: the run issues the invoices, and the tenant pays them before the 27th. */
const issueDay = 11;
const payDay = 25;

/** The money of a tenant: the first invoice at once, then each month's, all paid in time by transfer. */
export const moneyOf = (stage: Stage, tenantId: TenantId, daysAgo: DaysAgo): Happening[] => {
  const first: Happening = {
    at: daysAgo(pastDays, 8),
    weight: 2,
    run: async () => {
      await stage.get(IssueInitialInvoice).execute({ tenantId });
      await payAll(stage, tenantId);
    },
  };
  const pay = (): Promise<void> => payAll(stage, tenantId);
  return [
    first,
    ...onDay(issueDay, daysAgo).map((at) => ({ at, weight: 5, run: () => stage.sweep() })),
    ...onDay(payDay, daysAgo).map((at) => ({ at, weight: 1, run: pay })),
  ];
};

/** One in the morning of that day of each month of the past. */
const onDay = (day: number, daysAgo: DaysAgo): Date[] =>
  Array.from({ length: pastDays }, (_, days) => daysAgo(days, 1)).filter(
    (at) => jstDate(at).day === day,
  );

const payAll = (stage: Stage, tenantId: TenantId): Promise<void> =>
  stage.get(Database).inTenant(tenantId, async (tx) => {
    const now = stage.clock.now();
    for (const invoice of await stage.get(InvoiceBook).owed(tx, tenantId))
      await stage.get(ReceivePayment).within(tx, {
        tenantId,
        kind: 'transfer',
        sourceId: newId(now),
        amount: openAmount(invoice),
        receivedOn: jstDate(now),
      });
  });
