import { operatorClient } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { MovableClock, PlainDate } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { IsServing, MaySend, Throttles } from './index.js';
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

describe('an interruption of service', () => {
  const allowed = (tenantId: TenantId, at: string): Promise<[boolean, boolean]> =>
    app
      .get(Database)
      .inTenant(tenantId, async (tx) => [
        await app.get(MaySend).check(tx, tenantId, new Date(at)),
        await app.get(IsServing).check(tx, tenantId, new Date(at)),
      ]);

  it('holds the mails of those it names for as long as it lasts, and is announced to them', async () => {
    const a = await aTenant();
    const b = await aTenant();
    const begun = await first.post('/api/v1/operator/interruptions', {
      reason: 6,
      tenantIds: [a.tenantId],
      sending: true,
      forms: false,
      from: '2026-02-02T01:00:00+09:00',
      until: '2026-02-02T03:00:00+09:00',
      announcement: { ja: '定期保守を行います。', en: 'Scheduled maintenance.' },
    });
    expect(begun.status).toBe(201);
    await app.drain.runDue();
    const inbox = await a.client.get('/api/v1/notices');
    expect(inbox.body).toMatchObject({
      items: [{ kind: 'contracts.interruption', channel: 'portal', readAt: null }],
      unread: 1,
    });
    const notice = `/api/v1/notices/${inbox.body.items[0].id}`;
    expect((await a.client.get(notice)).body.text).toContain('定期保守を行います。');
    expect((await b.client.get(notice)).status).toBe(404);
    await a.client.post(`${notice}/read`);
    expect((await a.client.get('/api/v1/notices')).body.unread).toBe(0);
    const cases: [string, [boolean, boolean]][] = [
      ['2026-02-02T00:59:59.999+09:00', [true, true]],
      ['2026-02-02T01:00:00+09:00', [false, true]],
      ['2026-02-02T03:00:00+09:00', [true, true]],
    ];
    for (const [at, expected] of cases) {
      expect([at, await allowed(a.tenantId, at)]).toEqual([at, expected]);
      expect([at, await allowed(b.tenantId, at)]).toEqual([at, [true, true]]);
    }
    const end = `/api/v1/operator/interruptions/${begun.body.id}/end`;
    expect((await first.post(end)).status).toBe(204);
    expect(await allowed(a.tenantId, '2026-02-02T02:00:00+09:00')).toEqual([true, true]);
    expect((await first.post(end)).status).toBe(404);
    await app.drain.runDue();
    const kinds = async (by: TestClient): Promise<string[]> => {
      const { items } = (await by.get('/api/v1/notices')).body as { items: { kind: string }[] };
      return items.map(({ kind }) => kind).sort();
    };
    expect([await kinds(a.client), await kinds(b.client)]).toEqual([
      ['contracts.interruption', 'contracts.interruption-over'],
      [],
    ]);
  });
});

it('an interruption concerns everybody, or tenants that are named and there', async () => {
  const begin = async (tenantIds: string[]): Promise<unknown[]> => {
    const { status, body } = await first.post('/api/v1/operator/interruptions', {
      ...{ reason: 9, tenantIds, sending: true, forms: false, from: '2026-03-01T01:00:00+09:00' },
      announcement: { ja: '負荷のため', en: 'Load' },
    });
    return [status, body.code, body.field];
  };
  const refused = [422, 'contracts.unknown-tenants', 'tenantIds'];
  const nobody = '0190b2a0-0000-7000-8000-000000000001';
  expect([await begin([]), await begin([nobody])]).toEqual([refused, refused]);
});

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
