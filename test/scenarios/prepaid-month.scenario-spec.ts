import { operatorClient } from '#lib/accounts/testing';
import type { TestAnswer, TestClient } from '#lib/accounts/testing';
import { HandOverDebitFile } from '#lib/billing';
import { aMandate, billingScene, debitAnswer } from '#lib/billing/testing';
import type { BillingScene } from '#lib/billing/testing';
import { startCalendarPlatform } from '#test/platform';
import type { CalendarPlatform } from '#test/platform';
import { openTables } from '#test/tables';
import type { Tables } from '#test/tables';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const files = '/api/v1/operator/debit-files';

let platform: CalendarPlatform;
let tables: Tables;
let first: TestClient;
let second: TestClient;
let bankProfileId: string;
let tenant: BillingScene['tenant'];

beforeEach(async () => {
  platform = await startCalendarPlatform('2026-01-01T10:00:00+09:00');
  tables = await openTables(platform.databaseUrl);
  ({ clerk: first, bankProfileId, tenant } = await billingScene(platform));
  second = await operatorClient(platform, 'billing');
  for (const day of ['01-11', '02-11', '03-11', '04-11', '05-11', '06-11']) {
    await on(`2026-${day}T02:00:00+09:00`);
    await tenant.pay(5_500);
  }
  await aMandate(first, tenant.tenantId, { activeSince: '2026-07-01' });
});

afterEach(async () => {
  await tables.close();
  await platform.stop();
});

/** Goes there at once: half a year of hourly sweeps would show nothing more. */
const on = async (instant: string): Promise<void> => {
  platform.clock.set(instant);
  await platform.drain.sweep();
  await platform.drain.runDue();
};

const notice = async (): Promise<void> => {
  const { status } = await tenant.client.post('/api/v1/contract/end-notices', {});
  expect(status).toBe(201);
  await platform.drain.runDue();
};

const august = (): Promise<unknown> =>
  tables.query(
    "SELECT state, due_date::text, paid_yen::int FROM invoices WHERE issued_on >= '2026-07-01' ORDER BY number",
  );

const prepare = (): Promise<TestAnswer> => first.post(files, { month: '2026-07', bankProfileId });

/** The file of July, which the bank has from its last day, 15 July, on. */
const handedOver = async (): Promise<string> => {
  const { id } = (await prepare()).body as { id: string };
  expect((await second.post(`${files}/${id}/confirm`)).status).toBe(200);
  await on('2026-07-15T15:00:00+09:00');
  expect((await first.post(`${files}/${id}/download`)).status).toBe(200);
  return id;
};

const answered = async (id: string, code: string): Promise<unknown> => {
  const { bytes } = await platform
    .get(HandOverDebitFile)
    .execute({ id, actor: { kind: 'system' } });
  const { body } = await first.post(`${files}/${id}/result`, {
    fileName: 'kekka.txt',
    content: Buffer.from(debitAnswer(bytes, [code])).toString('base64'),
  });
  await platform.drain.runDue();
  return body;
};

/** What is owed and what is credit in the middle of September, when everything is over. */
const inTheEnd = async (): Promise<unknown> => {
  for (const day of ['08-01', '08-02', '08-11', '09-11', '09-15'])
    await on(`2026-${day}T02:00:00+09:00`);
  const arrears = await first.get('/api/v1/operator/arrears');
  const payments = await first.get(`/api/v1/operator/tenants/${tenant.tenantId}/payments`);
  return { owedYen: arrears.body.totalYen, creditYen: payments.body.creditYen };
};

const issued = { due_date: '2026-07-27' };

describe('a notice ends service with July, and August is to be paid ahead on 27 July', () => {
  it('the notice comes on the evening of 10 July: August is never invoiced', async () => {
    await on('2026-07-10T23:59:59.999+09:00');
    await notice();
    expect(await inTheEnd()).toEqual({ owedYen: 0, creditYen: 0 });
    expect(await august()).toEqual([]);
  });

  it('it comes before the bank has the file: the invoice is void, and the file goes without it', async () => {
    await on('2026-07-11T02:00:00+09:00');
    expect(await august()).toEqual([{ ...issued, state: 'issued', paid_yen: 0 }]);
    await notice();
    expect(await august()).toEqual([{ ...issued, state: 'void', paid_yen: 0 }]);
    expect((await prepare()).status).toBe(409);
    expect(await inTheEnd()).toEqual({ owedYen: 0, creditYen: 0 });
  });

  it('it is withdrawn by both: the contract goes on, and August is asked for when it has been closed', async () => {
    await on('2026-07-11T02:00:00+09:00');
    await notice();
    const { endNotices } = (await tenant.client.get('/api/v1/contract')).body as {
      endNotices: { id: string }[];
    };
    const path = `end-notices/${endNotices[0]?.id ?? ''}/withdrawal`;
    await tenant.client.post(`/api/v1/contract/${path}`);
    const agreed = await first.post(`/api/v1/operator/tenants/${tenant.tenantId}/contract/${path}`);
    expect(agreed.body).toMatchObject({ status: 'active', endDate: null });
    for (const day of ['08-01', '08-11', '09-01', '09-11']) await on(`2026-${day}T02:00:00+09:00`);
    expect(
      await tables.query(
        "SELECT state, (totals->>'total')::int AS total FROM invoices WHERE issued_on >= '2026-07-01' ORDER BY number",
      ),
    ).toEqual([
      { state: 'void', total: 5_500 },
      { state: 'issued', total: 5_500 },
      { state: 'issued', total: 11_000 },
    ]);
  });

  it('it comes while the bank has the file, and the bank collects: what came in is credit to give back', async () => {
    await on('2026-07-11T02:00:00+09:00');
    const id = await handedOver();
    await on('2026-07-26T23:59:59.999+09:00');
    await notice();
    await on('2026-07-29T10:00:00+09:00');
    expect(await answered(id, '0')).toEqual({ settled: 1, failed: 0, unclear: 0 });
    expect(await august()).toEqual([{ ...issued, state: 'void', paid_yen: 0 }]);
    expect(await inTheEnd()).toEqual({ owedYen: 0, creditYen: 5_500 });
  });

  it('it comes from 27 July on, and the debit succeeds: August stays paid, and nothing is given back', async () => {
    await on('2026-07-11T02:00:00+09:00');
    const id = await handedOver();
    await on('2026-07-27T00:00:00+09:00');
    await notice();
    expect(await august()).toEqual([{ ...issued, state: 'collecting', paid_yen: 0 }]);
    await on('2026-07-29T10:00:00+09:00');
    await answered(id, '0');
    expect(await august()).toEqual([{ ...issued, state: 'paid', paid_yen: 5_500 }]);
    expect(await inTheEnd()).toEqual({ owedYen: 0, creditYen: 0 });
  });

  it('it comes from 27 July on, and the debit fails: August is void, and never asked for again', async () => {
    await on('2026-07-11T02:00:00+09:00');
    const id = await handedOver();
    await on('2026-07-27T00:00:00+09:00');
    await notice();
    await on('2026-07-29T10:00:00+09:00');
    expect(await answered(id, '1')).toEqual({ settled: 0, failed: 1, unclear: 0 });
    expect(await august()).toEqual([{ ...issued, state: 'void', paid_yen: 0 }]);
    expect(await inTheEnd()).toEqual({ owedYen: 0, creditYen: 0 });
  });
});
