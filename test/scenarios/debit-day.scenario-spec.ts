import { operatorClient } from '#lib/accounts/testing';
import type { TestAnswer, TestClient } from '#lib/accounts/testing';
import { HandOverDebitFile } from '#lib/billing';
import { aMandate, billingScene, debitAnswer } from '#lib/billing/testing';
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

beforeEach(async () => {
  platform = await startCalendarPlatform('2027-01-20T10:00:00+09:00');
  tables = await openTables(platform.databaseUrl);
  const scene = await billingScene(platform);
  ({ clerk: first, bankProfileId } = scene);
  second = await operatorClient(platform, 'billing');
  await aMandate(first, scene.tenant.tenantId, { activeSince: '2027-02-01' });
  await platform.until('2027-02-11T02:00:00+09:00');
});

afterEach(async () => {
  await tables.close();
  await platform.stop();
});

const invoices = (): Promise<unknown> =>
  tables.query(
    "SELECT state, pay_by, due_date::text, paid_yen::int FROM invoices WHERE kind = 'monthly' ORDER BY number",
  );

/** The file of February: prepared by one person, confirmed by another, handed to the bank on its last day. */
const handedOver = async (): Promise<string> => {
  const prepared = await first.post(files, { month: '2027-02', bankProfileId });
  expect(prepared.body).toMatchObject({
    debitDate: '2027-03-01',
    closesAt: '2027-02-17T07:00:00.000Z',
    count: 1,
    totalYen: 5_500,
  });
  const { id } = prepared.body as { id: string };
  expect((await second.post(`${files}/${id}/confirm`)).status).toBe(200);
  await platform.until('2027-02-17T15:59:59+09:00');
  expect((await first.post(`${files}/${id}/download`)).status).toBe(200);
  return id;
};

const answer = async (id: string, code: string): Promise<TestAnswer> => {
  const { bytes } = await platform
    .get(HandOverDebitFile)
    .execute({ id, actor: { kind: 'system' } });
  return first.post(`${files}/${id}/result`, {
    fileName: 'kekka.txt',
    content: Buffer.from(debitAnswer(bytes, [code])).toString('base64'),
  });
};

describe('the debit of 27 February 2027, a Saturday', () => {
  it('is made on Monday 1 March, and nobody is reminded before', async () => {
    expect(await invoices()).toEqual([
      { state: 'issued', pay_by: 'direct-debit', due_date: '2027-03-01', paid_yen: 0 },
    ]);
    const id = await handedOver();
    await platform.until('2027-03-01T23:00:00+09:00');
    expect((await answer(id, '0')).body).toEqual({ settled: 1, failed: 0, unclear: 0 });
    await platform.until('2027-03-10T09:00:00+09:00');
    expect(await invoices()).toEqual([
      { state: 'paid', pay_by: 'direct-debit', due_date: '2027-03-01', paid_yen: 5_500 },
    ]);
    expect(await tables.query('SELECT step FROM dunning_steps')).toEqual([]);
  });

  it('stands in the log of what left the house, once however often the file is fetched', async () => {
    const id = await handedOver();
    await first.post(`${files}/${id}/download`);
    await platform.drain.runDue();
    const admin = await operatorClient(platform);
    const { body } = await admin.get('/api/v1/operator/disclosures');
    expect(body).toMatchObject({
      items: [
        {
          recipientKind: 'bank',
          basis: 'PAYMENT_COLLECTION',
          persons: 1,
          tenantIds: [expect.any(String)],
          source: `debit-file:${id}`,
          state: 'given',
        },
      ],
    });
  });

  it('that fails is told to the tenant, reminded of from then on, and tried again with the next month', async () => {
    const id = await handedOver();
    await platform.until('2027-03-03T10:00:00+09:00');
    expect(await tables.query('SELECT step FROM dunning_steps')).toEqual([]); // the bank has not answered yet
    await answer(id, '1');
    await platform.until('2027-03-03T13:00:00+09:00');
    expect(await tables.query('SELECT step FROM dunning_steps')).toEqual([{ step: 'reminder' }]);
    await platform.until('2027-03-11T02:00:00+09:00');
    const next = await first.post(files, { month: '2027-03', bankProfileId });
    expect(next.body).toMatchObject({ debitDate: '2027-03-29', count: 1, totalYen: 11_000 });
  });
});
