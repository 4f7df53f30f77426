import { operatorClient, registeredTenant } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { MovableClock, asTenantId, newId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { AskForResumption } from './use-cases/ask-for-resumption.js';
import { IsServing, MaySend } from './index.js';
import { activeTenant, contractsParts, oweSinceYesterday, suspendTenant } from './testing.js';

const clock = new MovableClock('2026-03-31T12:00:00+09:00');
let app: TestApp;
let billing: TestClient;

beforeAll(async () => {
  app = await startApp({ ...contractsParts, clock });
  billing = await operatorClient(app, 'billing');
});

afterAll(() => app.stop());

const of = (tenantId: TenantId): string => `/api/v1/operator/tenants/${tenantId}/contract`;

const allowedAt = (tenantId: TenantId, at: string): Promise<[boolean, boolean]> =>
  app
    .get(Database)
    .inTenant(tenantId, async (tx) => [
      await app.get(MaySend).check(tx, tenantId, new Date(at)),
      await app.get(IsServing).check(tx, tenantId, new Date(at)),
    ]);

const factsOf = (tenantId: TenantId): Promise<{ name: string }[]> =>
  app
    .get(Database)
    .asSystem((tx) =>
      tx.query(`SELECT name FROM outbox WHERE kind = 'fact' AND data->>'tenantId' = $1`, [
        tenantId,
      ]),
    );

describe('a contract', () => {
  it('opens at the start of its first day in Japan and holds while suspended', async () => {
    const { tenantId, client } = await registeredTenant(app);
    const opened = await billing.post(of(tenantId), { serviceStartDate: '2026-04-01' });
    clock.set('2026-04-02T10:00:00+09:00');
    await oweSinceYesterday(app, tenantId, 5500);
    const suspended = await billing.post(`${of(tenantId)}/suspend`, { reason: '料金未払い' });
    clock.set('2026-04-03T10:00:00+09:00');
    await oweSinceYesterday(app, tenantId, 0);
    const asked = await client.post('/api/v1/contract/resumption');
    const resumed = await billing.post(`${of(tenantId)}/resume`, { reason: '入金確認' });

    expect([opened, suspended, asked, resumed].map(({ status }) => status)).toEqual([
      201, 200, 200, 200,
    ]);
    const cases: [string, boolean][] = [
      ['2026-03-31T11:59:59.999+09:00', false],
      ['2026-03-31T23:59:59.999+09:00', false],
      ['2026-04-01T00:00:00+09:00', true],
      ['2026-04-02T09:59:59.999+09:00', true],
      ['2026-04-02T10:00:00+09:00', false],
      ['2026-04-03T09:59:59.999+09:00', false],
      ['2026-04-03T10:00:00+09:00', true],
      ['2027-04-03T10:00:00+09:00', true],
    ];
    for (const [at, allowed] of cases)
      expect([at, await allowedAt(tenantId, at)]).toEqual([at, [allowed, allowed]]);

    const { body } = await client.get('/api/v1/contract');
    expect(body).toMatchObject({
      id: opened.body.id,
      status: 'active',
      ending: false,
      serviceStartDate: '2026-04-01',
      minimumTermEnd: '2026-09-30',
      noticeBefore: '2026-08-31T15:00:00.000Z',
      courses: [{ courseCode: 'STANDARD', from: '2026-04' }],
      can: { giveNotice: true, changeCourse: true, earliestChange: '2026-05', resume: false },
      suspensions: [
        {
          from: '2026-04-02T01:00:00.000Z',
          until: '2026-04-03T01:00:00.000Z',
          reason: '料金未払い',
        },
      ],
    });
    expect(body.history).toEqual([
      {
        status: 'active',
        event: 'resume',
        at: '2026-04-03T01:00:00.000Z',
        by: 'operator',
        reason: '入金確認',
      },
      {
        status: 'suspended',
        event: 'suspend',
        at: '2026-04-02T01:00:00.000Z',
        by: 'operator',
        reason: '料金未払い',
      },
      {
        status: 'active',
        event: 'opened',
        at: '2026-03-31T03:00:00.000Z',
        by: 'operator',
        reason: null,
      },
    ]);
  });

  it('tells each suspension once, whatever races', async () => {
    const { tenantId } = await activeTenant(app);
    await oweSinceYesterday(app, tenantId, 1);
    const race = await Promise.all(
      Array.from({ length: 8 }, () => billing.post(`${of(tenantId)}/suspend`, { reason: 'x' })),
    );
    expect(race.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(409)]);
    expect(await factsOf(tenantId)).toEqual([{ name: 'contracts.suspended' }]);
  });

  it.each([
    ['2026-02-30', 422, 'contracts.bad-date'],
    ['01.04.2026', 422, 'contracts.bad-date'],
    ['', 422, 'request.invalid'],
    ['2026-04-01', 409, 'contracts.already-open'],
  ])('cannot be opened again on %s', async (serviceStartDate, status, code) => {
    const { tenantId } = await activeTenant(app);
    const answer = await billing.post(of(tenantId), { serviceStartDate });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('is not there for a tenant without one, nor for a tenant nobody has', async () => {
    const { tenantId, client } = await registeredTenant(app);
    const nobody = asTenantId(newId(clock.now()));
    const answers = [
      await client.get('/api/v1/contract'),
      await billing.post(`${of(tenantId)}/suspend`, { reason: 'x' }),
      await billing.post(of(nobody), { serviceStartDate: '2026-04-01' }),
      await billing.get('/api/v1/operator/tenants/42/contract'),
    ];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [404, 'contracts.not-found'],
      [404, 'contracts.not-found'],
      [404, 'accounts.tenant-not-found'],
      [404, 'request.not-found'],
    ]);
    expect(await allowedAt(tenantId, '2026-04-03T10:00:00+09:00')).toEqual([false, false]);
  });

  it('is out of reach of another tenant by row-level security alone', async () => {
    const a = await activeTenant(app);
    const b = await activeTenant(app);
    const seen = await app
      .get(Database)
      .inTenant(b.tenantId, async (tx) => [
        await tx.query('SELECT tenant_id FROM contracts'),
        await tx.query('SELECT tenant_id FROM contract_changes'),
        await app.get(MaySend).check(tx, a.tenantId, clock.now()),
      ]);
    const own = [{ tenant_id: b.tenantId }];
    expect(seen).toEqual([own, own, false]);
  });

  it('is changed by those of the provider who may, and by nobody else', async () => {
    const { tenantId, client } = await activeTenant(app);
    const support = await operatorClient(app, 'support');
    const suspend = (by: TestClient): Promise<{ status: number }> =>
      by.post(`${of(tenantId)}/suspend`, { reason: 'x' });
    expect([(await suspend(client)).status, (await suspend(support)).status]).toEqual([403, 403]);
    expect((await support.get(of(tenantId))).status).toBe(200);
  });
});

describe('a suspension', () => {
  const suspend = (tenantId: TenantId): Promise<{ status: number; body: { code: string } }> =>
    billing.post(`${of(tenantId)}/suspend`, { reason: 'x' });
  const resume = async (tenantId: TenantId): Promise<[number, string, string]> => {
    const { status, body } = await billing.post(`${of(tenantId)}/resume`, { reason: 'x' });
    return [status, body.code, body.params?.unmet];
  };

  it('needs an invoice past its due date', async () => {
    const { tenantId } = await activeTenant(app);
    const answer = await suspend(tenantId);
    expect([answer.status, answer.body.code]).toEqual([409, 'contracts.unmet']);
  });

  it('ends only when the tenant has asked and paid, and an operator wants it', async () => {
    const { tenantId } = await activeTenant(app);
    await suspendTenant(app, tenantId);
    expect(await resume(tenantId)).toEqual([
      409,
      'contracts.unmet',
      'resumption-asked-for balance-settled',
    ]);
    await app.get(AskForResumption).execute({ tenantId, actor: { kind: 'system' } });
    expect(await resume(tenantId)).toEqual([409, 'contracts.unmet', 'balance-settled']);
    await oweSinceYesterday(app, tenantId, 0);
    expect((await resume(tenantId))[0]).toBe(200);
  });
});
