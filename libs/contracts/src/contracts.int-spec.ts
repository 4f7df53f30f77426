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
import {
  activeTenant,
  contractsParts,
  oweSinceYesterday,
  resumeTenant,
  suspendTenant,
} from './testing.js';

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
  app.get(Database).asSystem((tx) =>
    tx.query(
      `SELECT name FROM outbox
         WHERE kind = 'fact' AND data->>'tenantId' = $1 AND starts_with(name, 'contracts.')`,
      [tenantId],
    ),
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

  it('is told to the tenant with the last day to pay, and so is the resumption', async () => {
    const { tenantId, client } = await activeTenant(app);
    await suspendTenant(app, tenantId);
    const told = async (): Promise<string[]> => {
      const { items } = (await client.get('/api/v1/notices')).body as { items: { id: string }[] };
      const whole = items.map(({ id }) => client.get(`/api/v1/notices/${id}`));
      return (await Promise.all(whole)).map(({ body }) => `${body.kind}: ${body.text}`);
    };
    const [suspension] = await told();
    expect(suspension).toContain('contracts.service-suspended: ');
    expect(suspension).toContain('2026年10月2日(金)までに');
    await resumeTenant(app, tenantId);
    expect((await told()).some((text) => text.includes('contracts.service-resumed'))).toBe(true);
  });

  it('lasts where the operator declines; the tenant is told why and may ask anew, in time', async () => {
    const { tenantId, client } = await activeTenant(app);
    await suspendTenant(app, tenantId);
    const decline = (): ReturnType<TestClient['post']> =>
      billing.post(`${of(tenantId)}/resumption/decline`, { reason: '違反が続いているため' });
    const early = await decline();
    expect([early.status, early.body.code]).toEqual([404, 'contracts.resumption-not-asked']);
    const ask = (): ReturnType<TestClient['post']> => client.post('/api/v1/contract/resumption');
    await ask();
    const asked = async (): Promise<boolean> => {
      const { body } = await billing.get('/api/v1/operator/contract-inbox');
      return (body as { resumptionsAsked: string[] }).resumptionsAsked.includes(tenantId);
    };
    expect(await asked()).toBe(true);
    const declined = await decline();
    expect(declined.body).toMatchObject({
      status: 'suspended',
      suspensions: [{ until: null, resumptionAskedAt: null }],
      history: [{ event: 'resumption-declined', reason: '違反が続いているため' }, {}, {}],
    });
    expect(await asked()).toBe(false);
    expect((await ask()).status).toBe(200);
  });
});

describe('what waits for an operator', () => {
  it('is nothing of a contract that is over', async () => {
    const { tenantId, client } = await activeTenant(app);
    const change = { desiredMonth: '2026-12', addOptions: [], courseCode: 'STANDARD' };
    expect((await client.post('/api/v1/contract/change-requests', change)).status).toBe(201);
    const name = { plannedDate: '2026-12-01', name: '株式会社うめ商店' };
    await client.post('/api/v1/contract/details-changes', name);
    await suspendTenant(app, tenantId);
    await client.post('/api/v1/contract/resumption');
    const waits = async (): Promise<string[]> => {
      const inbox = (await billing.get('/api/v1/operator/contract-inbox')).body as Record<
        string,
        unknown
      >;
      return Object.keys(inbox).filter((part) => JSON.stringify(inbox[part]).includes(tenantId));
    };
    const proposal = {
      action: 'terminate',
      reason: '支払停止',
      terminationReason: 'insolvency',
    };
    const { id } = (await billing.post(`${of(tenantId)}/proposals`, proposal)).body as {
      id: string;
    };
    expect(await waits()).toEqual([
      'changeRequests',
      'proposals',
      'detailsChanges',
      'resumptionsAsked',
    ]);
    const second = await operatorClient(app, 'billing');
    expect((await second.post(`${of(tenantId)}/proposals/${id}/approve`)).status).toBe(204);
    expect(await waits()).toEqual([]);
  });
});

it('nobody asks for a resumption when six months have gone by', async () => {
  const { tenantId, client } = await activeTenant(app);
  await suspendTenant(app, tenantId);
  const can = async (): Promise<boolean> => (await client.get('/api/v1/contract')).body.can.resume;
  clock.set('2026-10-02T23:59:59.999+09:00');
  expect(await can()).toBe(true);
  clock.set('2026-10-03T00:00:00+09:00');
  const late = await client.post('/api/v1/contract/resumption');
  expect([late.status, late.body.code, await can()]).toEqual([
    409,
    'contracts.resumption-too-late',
    false,
  ]);
});
