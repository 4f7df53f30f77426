import { operatorClient } from '#lib/accounts/testing';
import type { TestAnswer, TestClient } from '#lib/accounts/testing';
import { activeTenant } from '#lib/contracts/testing';
import { MovableClock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { HandOverDebitFile } from '../use-cases/hand-over-debit-file.js';
import { aBank } from './bank.js';
import { billingParts } from './billing-parts.js';
import { aMandate } from './mandate.js';
import { owedInvoice } from './owed-invoice.js';

interface Payer {
  readonly tenantId: TenantId;
  readonly invoiceId: string;
  readonly client: TestClient;
}

/** An application in June 2026 with a bank, two persons of the provider, and what they do with debit files. */
export interface DebitScene {
  readonly app: TestApp;
  readonly clock: MovableClock;
  readonly first: TestClient;
  readonly second: TestClient;
  readonly bankProfileId: string;
  /** A tenant with a mandate and an invoice that is due on 29 June. */
  readonly payer: (over?: Parameters<typeof owedInvoice>[2]) => Promise<Payer>;
  readonly prepare: (month?: string) => Promise<TestAnswer>;
  readonly act: (id: string, verb: string, by?: TestClient) => Promise<TestAnswer>;
  /** A file that the bank has, and its bytes. */
  readonly handedOver: () => Promise<{ id: string; bytes: Uint8Array }>;
  readonly answer: (id: string, file: Uint8Array) => Promise<TestAnswer>;
  /** State and paid amount of each tenant's invoices. */
  readonly states: (...tenantIds: TenantId[]) => Promise<unknown[]>;
  /** Of a tenant, the oldest first. */
  readonly mandateStates: (tenantId: TenantId) => Promise<string[]>;
  /** Of the notices that a tenant got about debits. */
  readonly noticeKinds: (tenantId: TenantId) => Promise<string[]>;
}

export const debitScene = async (): Promise<DebitScene> => {
  const clock = new MovableClock('2026-06-11T10:00:00+09:00');
  const app = await startApp({ ...billingParts, clock });
  const first = await operatorClient(app, 'billing');
  const second = await operatorClient(app, 'billing');
  const bankProfileId = await aBank(first);
  const files = '/api/v1/operator/debit-files';

  const prepare = (month = '2026-06'): Promise<TestAnswer> =>
    first.post(files, { month, bankProfileId });
  const act = (id: string, verb: string, by = second): Promise<TestAnswer> =>
    by.post(`${files}/${id}/${verb}`);
  return {
    ...{ app, clock, first, second, bankProfileId, prepare, act },
    payer: async (over = {}) => {
      const { tenantId, client } = await activeTenant(app);
      await aMandate(first, tenantId);
      const due = { dueDate: '2026-06-29', payBy: 'direct-debit', ...over } as const;
      return { tenantId, client, invoiceId: await owedInvoice(app, tenantId, due) };
    },
    handedOver: async () => {
      const { id } = (await prepare()).body as { id: string };
      await act(id, 'confirm');
      const file = await app.get(HandOverDebitFile).execute({ id, actor: { kind: 'system' } });
      return { id, bytes: file.bytes };
    },
    answer: (id, file) =>
      first.post(`${files}/${id}/result`, {
        fileName: 'kekka.txt',
        content: Buffer.from(file).toString('base64'),
      }),
    states: (...tenantIds) =>
      app.get(Database).asSystem(async (tx) => {
        const rows = await tx.query<{ tenantId: string; state: string; paid: number }>(
          `SELECT tenant_id AS "tenantId", state, paid_yen AS paid FROM invoices ORDER BY number`,
        );
        return tenantIds.map((id) =>
          rows.filter(({ tenantId }) => tenantId === id).map(({ state, paid }) => [state, paid]),
        );
      }),
    mandateStates: (tenantId) =>
      app.get(Database).asSystem(async (tx) => {
        const sql = 'SELECT state FROM mandates WHERE tenant_id = $1 ORDER BY id';
        return (await tx.query<{ state: string }>(sql, [tenantId])).map(({ state }) => state);
      }),
    noticeKinds: (tenantId) =>
      app.get(Database).asSystem(async (tx) => {
        const sql = `SELECT kind FROM notices WHERE tenant_id = $1 AND kind LIKE 'billing.debit-%' ORDER BY kind`;
        return (await tx.query<{ kind: string }>(sql, [tenantId])).map(({ kind }) => kind);
      }),
  };
};
