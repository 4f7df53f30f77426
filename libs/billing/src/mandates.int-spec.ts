import { operatorClient } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { activeTenant } from '#lib/contracts/testing';
import { MovableClock } from '#lib/kernel';
import { Database } from '#platform/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { aBank, bankProfileBody, mandateForm } from './testing/bank.js';
import { billingParts } from './testing/billing-parts.js';

const clock = new MovableClock('2026-04-01T10:00:00+09:00');
let app: TestApp;
let operator: TestClient;
let forms = 0;

beforeAll(async () => {
  app = await startApp({ ...billingParts, clock });
  operator = await operatorClient(app, 'billing');
});

afterAll(() => app.stop());

const formOf = (over: object = {}): object => {
  forms += 1;
  return { ...mandateForm, fileNumber: `K-${forms}`, ...over };
};

const intake = (tenantId: string, over: object = {}): ReturnType<TestClient['post']> =>
  operator.post(`/api/v1/operator/tenants/${tenantId}/mandates`, formOf(over));

const move = (id: string, verb: string, body: object = {}): ReturnType<TestClient['post']> =>
  operator.post(`/api/v1/operator/mandates/${id}/${verb}`, body);

const told = (tenantId: string): Promise<string[]> =>
  app.get(Database).asSystem(async (tx) => {
    const sql = `SELECT body AS text FROM notices WHERE tenant_id = $1 AND kind = 'billing.mandate-news' ORDER BY id`;
    return (await tx.query<{ text: string }>(sql, [tenantId])).map(({ text }) => text);
  });

describe('a mandate', () => {
  it('is asked for once when the tenant notifies another bank account', async () => {
    const { tenantId, client } = await activeTenant(app);
    const changes = { plannedDate: '2026-07-01', bankAccount: true };
    const notify = async (): Promise<void> => {
      await client.post('/api/v1/contract/details-changes', changes);
      await app.drain.runDue();
    };
    await notify();
    await notify();
    const { items } = (await operator.get('/api/v1/operator/mandates')).body as {
      items: { tenantId: string; state: string }[];
    };
    const mine = items.filter((each) => each.tenantId === tenantId);
    expect(mine).toMatchObject([{ state: 'requested' }]);
  });

  it('is asked for, comes in on paper, goes to the bank, and is active from the bank’s day', async () => {
    const { tenantId, client } = await activeTenant(app);
    const asked = await client.post('/api/v1/billing/mandate-requests');
    expect([asked.status, asked.body.method, asked.body.mandate.state]).toEqual([
      201,
      'bank-transfer',
      'requested',
    ]);
    const { status, body } = await intake(tenantId);
    const { id } = body as { id: string };
    expect([status, id]).toEqual([201, asked.body.mandate.id]);
    await move(id, 'submit');
    clock.set('2026-05-20T10:00:00+09:00');
    const accepted = await move(id, 'accept', { activeSince: '2026-05-18' });
    expect(accepted.body).toEqual({
      id,
      tenantId,
      state: 'active',
      fileNumber: `K-${forms}`,
      account: 'ミツビシUFJ 123 普通 ****345',
      customerNumber: expect.stringMatching(/^\d{20}$/),
      requestedAt: '2026-04-01T01:00:00.000Z',
      formReceivedOn: '2026-04-01',
      submittedAt: '2026-04-01T01:00:00.000Z',
      activeSince: '2026-05-18',
      endedAt: null,
      returnReason: null,
    });
    const shown = (await client.get('/api/v1/billing/payment-method')).body;
    expect([shown.method, shown.mandate.account]).toEqual([
      'direct-debit',
      'ミツビシUFJ 123 普通 ****345',
    ]);
  });

  it('takes the place of the one before it', async () => {
    const { tenantId } = await activeTenant(app);
    const ids: string[] = [];
    for (const accountNumber of ['1', '2']) {
      const { id } = (await intake(tenantId, { accountNumber })).body as { id: string };
      await move(id, 'submit');
      await move(id, 'accept');
      ids.push(id);
    }
    const states = await Promise.all(
      ids.map(async (id) => (await operator.get(`/api/v1/operator/mandates/${id}`)).body.state),
    );
    expect(states).toEqual(['replaced', 'active']);
  });

  it('is told when it is in force, and when it has ended', async () => {
    const { tenantId, client } = await activeTenant(app);
    const { id } = (await intake(tenantId)).body as { id: string };
    expect((await move(id, 'stop')).body.code).toBe('payments.mandate-state');
    await move(id, 'submit');
    await move(id, 'accept', { activeSince: '2026-05-18' });
    expect((await move(id, 'stop')).body.state).toBe('stopped');
    expect(await told(tenantId)).toEqual([
      expect.stringMatching(
        /^テスト商店 御中\n\n口座振替のお手続きが完了しました。2026年5月18日以降/,
      ),
      expect.stringMatching(/口座振替を停止しました。今後のご請求は、銀行振込で/),
    ]);
    expect((await client.get('/api/v1/billing/payment-method')).body.method).toBe('bank-transfer');
    expect((await move(id, 'stop')).body.code).toBe('payments.mandate-state');
  });

  it('that the bank sends back can be filled in anew', async () => {
    const { tenantId } = await activeTenant(app);
    const { id } = (await intake(tenantId)).body as { id: string };
    expect((await intake(tenantId)).body.code).toBe('payments.mandate-pending');
    expect((await move(id, 'accept')).body.code).toBe('payments.mandate-state');
    await move(id, 'submit');
    const returned = await move(id, 'return', { reason: 'seal-differs' });
    expect(returned.body).toMatchObject({ state: 'returned', returnReason: 'seal-differs' });
    expect(await told(tenantId)).toEqual([
      expect.stringMatching(/返却されました（理由: 印鑑相違）/),
    ]);
    expect((await intake(tenantId)).status).toBe(201);
    const list = await operator.get('/api/v1/operator/mandates?state=returned');
    expect((list.body.items as { id: string }[]).map((each) => each.id)).toEqual([id]);
  });

  it.each<[string, object, string, string | undefined]>([
    ['kanji', { holderName: '山田太郎' }, 'payments.account-unmappable', 'holderName'],
    ['no name', { holderName: ' ' }, 'request.invalid', undefined],
    [
      'letters for digits',
      { accountNumber: '12A45' },
      'payments.account-not-digits',
      'accountNumber',
    ],
    [
      'a name beyond the record',
      { holderName: 'ア'.repeat(31) },
      'payments.account-too-long',
      'holderName',
    ],
    ['31 February', { receivedOn: '2026-02-31' }, 'payments.bad-date', 'receivedOn'],
  ])('with %s is refused when it is taken down', async (_, over, code, field) => {
    const { tenantId } = await activeTenant(app);
    const { status, body } = await intake(tenantId, over);
    expect([status, body.code, body.field]).toEqual([422, code, field]);
  });

  it('is filed under a number of its own', async () => {
    const [a, b] = [await activeTenant(app), await activeTenant(app)];
    await intake(a.tenantId, { fileNumber: 'K-same' });
    expect((await intake(b.tenantId, { fileNumber: 'K-same' })).body.code).toBe(
      'payments.file-number-taken',
    );
  });

  it('never shows its account at rest', async () => {
    const { tenantId } = await activeTenant(app);
    await intake(tenantId, { accountNumber: '7654399', holderName: 'ヒミツ' });
    const rows = await app
      .get(Database)
      .asSystem((tx) => tx.query('SELECT m::text FROM mandates m'));
    const audit = await app
      .get(Database)
      .asSystem((tx) => tx.query('SELECT a::text FROM audit_trail a'));
    const hex = Buffer.from('7654399').toString('hex');
    expect(JSON.stringify([rows, audit])).not.toMatch(new RegExp(`7654399|ヒミツ|${hex}`));
  });
});

describe('a bank', () => {
  it('is set up, and changed by whoever saw its latest data', async () => {
    const id = await aBank(operator);
    const path = `/api/v1/operator/bank-profiles/${id}`;
    const shown = await operator.get(path);
    expect(shown.body).toMatchObject({ id, ...bankProfileBody });
    const etag = { 'If-Match': shown.headers.get('etag') ?? '' };
    const change = { ...bankProfileBody, leadBusinessDays: 9 };
    const first = await operator.put(path, change, etag);
    const second = await operator.put(path, change, etag);
    expect([first.status, first.body.leadBusinessDays, second.status]).toEqual([200, 9, 409]);
  });

  it('names the field that no bank’s file can hold', async () => {
    const collector = { ...bankProfileBody.collector, name: '漢字' };
    const body = { ...bankProfileBody, name: 'x', collector };
    const answer = await operator.post('/api/v1/operator/bank-profiles', body);
    expect([answer.status, answer.body.code, answer.body.field]).toEqual([
      422,
      'payments.account-unmappable',
      'collector.name',
    ]);
  });

  it('is none of a tenant’s business, nor of support’s', async () => {
    const { client } = await activeTenant(app);
    const support = await operatorClient(app, 'support');
    const answers = await Promise.all(
      [client, support].map((each) => each.get('/api/v1/operator/bank-profiles')),
    );
    expect(answers.map(({ status }) => status)).toEqual([403, 403]);
  });
});
