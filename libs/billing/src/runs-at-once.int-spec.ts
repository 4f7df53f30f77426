import { activeTenant } from '#lib/contracts/testing';
import { MovableClock, YearMonth } from '#lib/kernel';
import { Database } from '#platform/database';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { billingParts } from './testing/billing-parts.js';
import { readyToInvoice } from './testing/invoicing.js';
import { BillTenant } from './use-cases/bill-tenant.js';
import { IssueInitialInvoice } from './use-cases/issue-initial-invoice.js';
import { StartRun } from './use-cases/start-run.js';

const clock = new MovableClock('2026-01-01T00:00:00+09:00');
let test: TestApp;

beforeAll(async () => {
  test = await startApp({ ...billingParts, clock });
  await readyToInvoice(test, '2026-01');
});

afterAll(() => test.stop());

it('runs that were missed and are made up for all at the same time charge no month twice', async () => {
  const tenants = await Promise.all(Array.from({ length: 5 }, () => activeTenant(test)));
  for (const { tenantId } of tenants) await test.get(IssueInitialInvoice).execute({ tenantId });
  clock.set('2026-07-20T12:00:00+09:00');
  const months = ['2026-07', '2026-05', '2026-03', '2026-06'];
  for (const month of months)
    await test
      .get(Database)
      .asSystem((tx) =>
        test.get(StartRun).within(tx, { month: YearMonth.from(month), actor: { kind: 'system' } }),
      );
  await Promise.all(
    months.flatMap((month) =>
      tenants.map(({ tenantId }) => test.get(BillTenant).execute({ tenantId, month })),
    ),
  );
  const charged = await test.get(Database).asSystem((tx) =>
    tx.query(
      `SELECT tenant_id, month::text, count(*) AS times FROM invoice_lines
        WHERE kind IN ('basic-fee', 'monthly-fee') GROUP BY tenant_id, month HAVING count(*) > 1`,
    ),
  );
  expect(charged).toEqual([]);
});
