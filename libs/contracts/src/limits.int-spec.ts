import { operatorClient } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { MovableClock, PlainDate } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { Throttles } from './index.js';
import { contractOf, contractsParts } from './testing.js';

const clock = new MovableClock('2026-02-01T00:00:00+09:00');
let app: TestApp;
let first: TestClient;

beforeAll(async () => {
  app = await startApp({ ...contractsParts, clock });
  first = await operatorClient(app, 'billing');
});

afterAll(() => app.stop());

const aTenant = (): ReturnType<typeof contractOf> => contractOf(app, PlainDate.from('2026-01-10'));

const of = (tenantId: TenantId): string => `/api/v1/operator/tenants/${tenantId}/contract`;

describe('a throttle', () => {
  it('is the strictest in force, told to the tenant, and lifted', async () => {
    const { tenantId, client } = await aTenant();
    const impose = (mailsPerHour: number): ReturnType<TestClient['post']> =>
      first.post(`${of(tenantId)}/throttle`, { mailsPerHour, reason: '過大な負荷' });
    const limit = (): Promise<number | null> =>
      app
        .get(Database)
        .inTenant(tenantId, (tx) => app.get(Throttles).mailsPerHour(tx, tenantId, clock.now()));
    expect(await limit()).toBeNull();
    await impose(1000);
    await impose(200);
    expect(await limit()).toBe(200);
    expect((await client.get('/api/v1/contract')).body.throttle).toMatchObject({
      mailsPerHour: 200,
      reason: '過大な負荷',
    });
    expect((await first.delete(`${of(tenantId)}/throttle`)).status).toBe(204);
    expect([await limit(), (await first.delete(`${of(tenantId)}/throttle`)).status]).toEqual([
      null,
      404,
    ]);
    const { items } = (await client.get('/api/v1/notices')).body as { items: { kind: string }[] };
    expect(items.map(({ kind }) => kind).sort()).toEqual([
      'contracts.throttle-lifted',
      'contracts.throttled',
      'contracts.throttled',
    ]);
  });

  it('does not end before it begins', async () => {
    const { tenantId } = await aTenant();
    const answer = await first.post(`${of(tenantId)}/throttle`, {
      mailsPerHour: 1,
      reason: 'x',
      until: clock.now().toISOString(),
    });
    expect([answer.status, answer.body.code, answer.body.field]).toEqual([
      422,
      'contracts.ends-before-it-begins',
      'until',
    ]);
  });
});

describe('changed details', () => {
  const notify = (client: TestClient, body: object): ReturnType<TestClient['post']> =>
    client.post('/api/v1/contract/details-changes', body);

  it('count from their day on; later than ten days after it they are late, and taken all the same', async () => {
    const { client } = await aTenant();
    const late = await notify(client, { plannedDate: '2026-01-21', contactPerson: '佐藤 次郎' });
    expect([late.status, late.body.late]).toEqual([201, true]);
    const inTime = await notify(client, {
      plannedDate: '2026-02-03',
      email: 'keiri@sakura.example.jp',
    });
    expect(inTime.body.late).toBe(false);
    const billTo = async (): Promise<unknown> => (await client.get('/api/v1/contract')).body.billTo;
    expect(await billTo()).toMatchObject({ contactPerson: '佐藤 次郎', email: null });
    clock.set('2026-02-03T00:00:00+09:00');
    await app.drain.sweep();
    expect(await billTo()).toMatchObject({ email: 'keiri@sakura.example.jp' });
  });

  it('of the name wait for an operator: the contract is not transferred', async () => {
    const { tenantId, client } = await aTenant();
    await notify(client, { plannedDate: '2026-02-01', name: '株式会社うめ商店' });
    const name = async (): Promise<string> =>
      (await client.get('/api/v1/contract')).body.billTo.name;
    expect(await name()).toBe('テスト商店');
    const inbox = await first.get('/api/v1/operator/contract-inbox');
    const [change] = inbox.body.detailsChanges;
    expect(change).toMatchObject({ to: [{ field: 'name', value: '株式会社うめ商店' }] });
    const decide = (approved: boolean): Promise<number> =>
      first
        .post(`${of(tenantId)}/details-changes/${change.id}/decide`, { approved })
        .then(({ status: code }) => code);
    expect([await decide(true), await decide(false)]).toEqual([204, 404]);
    expect(await name()).toBe('株式会社うめ商店');
    const [told] = (await client.get('/api/v1/notices')).body.items as { kind: string }[];
    expect(told?.kind).toBe('contracts.details-answered');
  });

  it.each([
    [{ plannedDate: '2026-02-01' }, 'contracts.nothing-to-change'],
    [{ plannedDate: '2026-02-30', name: 'x' }, 'contracts.bad-date'],
    [{ plannedDate: '2026-02-01', email: 'x' }, 'contracts.bad-address'],
  ])('as %j are refused', async (body, code) => {
    const { client } = await aTenant();
    const answer = await notify(client, body);
    expect([answer.status, answer.body.code]).toEqual([422, code]);
  });
});
