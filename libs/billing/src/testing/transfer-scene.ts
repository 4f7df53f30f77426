import { operatorClient } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { MovableClock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { aBank } from './bank.js';
import { billingParts } from './billing-parts.js';
import { transferFile } from './transfer-file.js';
import type { TransferLine } from './transfer-file.js';

/** An operator with a bank on 31 July 2026, to whom transfers come in. */
export interface TransferScene {
  readonly app: TestApp;
  readonly operator: TestClient;
  /** Imports a file of these transfers, a second later than the last one. */
  readonly importing: (
    lines: readonly TransferLine[],
    over?: object,
  ) => ReturnType<TestClient['post']>;
  /** State and paid amount, by due date. */
  readonly invoices: (tenantId: TenantId) => Promise<unknown>;
  /** What a tenant has paid too much. */
  readonly credit: (tenant: TestClient) => Promise<number>;
}

export const transferScene = async (): Promise<TransferScene> => {
  const clock = new MovableClock('2026-07-31T10:00:00+09:00');
  const app = await startApp({ ...billingParts, clock });
  const operator = await operatorClient(app, 'billing');
  const bankProfileId = await aBank(operator);
  return {
    app,
    operator,
    importing: (lines, over = {}) => {
      clock.advance({ seconds: 1 });
      return operator.post('/api/v1/operator/transfer-imports', {
        bankProfileId,
        format: 'zengin',
        fileName: 'nyukin.txt',
        content: Buffer.from(transferFile('080731', lines)).toString('base64'),
        ...over,
      });
    },
    invoices: (tenantId) =>
      app
        .get(Database)
        .inTenant(tenantId, (tx) =>
          tx.query(
            `SELECT state, paid_yen AS paid FROM invoices WHERE tenant_id = $1 ORDER BY due_date, number`,
            [tenantId],
          ),
        ),
    credit: async (tenant) =>
      ((await tenant.get('/api/v1/billing/payment-method')).body as { creditYen: number })
        .creditYen,
  };
};
