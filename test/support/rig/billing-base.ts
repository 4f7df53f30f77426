import pg from 'pg';
import { RegisterTenant } from '#lib/accounts';
import { readyToInvoice } from '#lib/billing/testing';
import { OpenContract } from '#lib/contracts';
import { MovableClock, startOfJstMonth } from '#lib/kernel';
import type { YearMonth } from '#lib/kernel';
import { Config, loadEnvironment } from '#platform/config';
import { CloseModule } from '../../../apps/close/src/close.module.js';
import { startProcess } from '../../../apps/start-process.js';

/** What a program that closes months must know about a base. */
export const billingEnvironment = (databaseUrl: string): Record<string, string> => ({
  DATABASE_URL: databaseUrl,
  QUEUE_URL: databaseUrl,
  SMTP_URL: 'smtp://127.0.0.1:9',
  SECRET_KEY: '11'.repeat(32),
  PUBLIC_URL: 'http://localhost',
  LOG_LEVEL: 'warn',
});

interface Size {
  readonly tenants: number;
  /** Of the ledger, over all tenants; all of them within the month. */
  readonly ledgerRows: number;
}

/**
 * Fills a migrated database with tenants that have been served since the first of a month, each with the same number
 * of changes of its readers, spread over the month: two come, one leaves.
 */
export const makeBillingBase = async (
  databaseUrl: string,
  month: YearMonth,
  { tenants, ledgerRows }: Size,
): Promise<void> => {
  const serviceStartDate = month.toPlainDate({ day: 1 });
  const clock = new MovableClock(startOfJstMonth(month));
  const config = new Config(loadEnvironment(billingEnvironment(databaseUrl)));
  const app = await startProcess(CloseModule.of(config, clock));
  try {
    await readyToInvoice(
      { get: (token) => app.get(token as never, { strict: false }) },
      month.toString(),
    );
    for (let n = 1; n <= tenants; n += 1) {
      const name = `株式会社髙﨑商店${String(n).padStart(4, '0')}`;
      const tenant = { slug: `shop-${n}`, name, locale: 'ja' } as const;
      const tenantId = await app.get(RegisterTenant, { strict: false }).execute(tenant);
      await app.get(OpenContract, { strict: false }).execute({ tenantId, serviceStartDate });
    }
  } finally {
    await app.close();
  }
  const each = Math.ceil(ledgerRows / tenants);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO subscriber_changes (tenant_id, at, subscriber_id, newsletter_id, subscription_id, to_status, delta)
       SELECT t.id, $1::timestamptz + g * ($3::interval / $2::integer), t.id, t.id, t.id,
              CASE WHEN g % 3 = 2 THEN 'unsubscribed' ELSE 'active' END, CASE WHEN g % 3 = 2 THEN -1 ELSE 1 END
         FROM tenants t CROSS JOIN generate_series(0, $2 - 1) AS g`,
      [startOfJstMonth(month), each, `${month.daysInMonth} days`],
    );
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
};
