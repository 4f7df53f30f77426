import { operatorClient } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { MovableClock, PlainDate } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Letters } from '#lib/notices';
import { Database } from '#platform/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { ContractBook, ProposeSuspension } from './index.js';
import { contractOf, contractsParts, oweSinceYesterday } from './testing.js';

const clock = new MovableClock('2026-01-10T12:00:00+09:00');
let app: TestApp;
let first: TestClient;
let second: TestClient;

beforeAll(async () => {
  app = await startApp({ ...contractsParts, clock });
  first = await operatorClient(app, 'billing');
  second = await operatorClient(app, 'billing');
  const option = { code: 'SSL', names: { ja: '独自SSL', en: 'Own SSL' }, onSale: true };
  const course = { code: 'PRO', names: { ja: 'プロ', en: 'Pro' }, onSale: true };
  await first.post('/api/v1/operator/options', option);
  await first.post('/api/v1/operator/courses', course);
});

afterAll(() => app.stop());

const aTenant = (): ReturnType<typeof contractOf> => contractOf(app, PlainDate.from('2026-01-10'));

const of = (tenantId: TenantId): string => `/api/v1/operator/tenants/${tenantId}/contract`;

const status = async (tenantId: TenantId): Promise<string> =>
  (await first.get(of(tenantId))).body.status;

const agreed = async (tenantId: TenantId): Promise<string[]> => {
  const book = await app
    .get(Database)
    .inTenant(tenantId, (tx) => app.get(ContractBook).of(tx, tenantId));
  return [
    ...(book?.courses.map(({ courseCode, from }) => `${courseCode} ${from.toString()}`) ?? []),
    ...(book?.options.map(
      ({ optionCode, from, until }) =>
        `${optionCode} ${from.toString()}–${until?.toString() ?? ''}`,
    ) ?? []),
  ];
};

/** Carries the newest letter to the tenant on that day. */
const deliver = async (tenantId: TenantId, on: string): Promise<void> => {
  const letters = app.get(Letters);
  const mine = (await letters.list()).filter((letter) => letter.tenantId === tenantId);
  const { id = '' } = mine.at(-1) ?? {};
  await letters.posted(id);
  await letters.delivered(id, PlainDate.from(on));
  await app.drain.runDue();
};

describe('a change of course', () => {
  const ask = (client: TestClient, body: object): ReturnType<TestClient['post']> =>
    client.post('/api/v1/contract/change-requests', body);

  it('asked for by the 10th takes effect on the first of the next month, if it is accepted', async () => {
    const { tenantId, client } = await aTenant();
    const wish = { desiredMonth: '2026-02', courseCode: 'PRO', addOptions: ['SSL'] };
    const asked = await ask(client, wish);
    expect([asked.status, asked.body]).toMatchObject([
      201,
      { fromMonth: '2026-02', asDesired: true },
    ]);
    expect(await agreed(tenantId)).toEqual(['STANDARD 2026-01']);
    const path = `${of(tenantId)}/change-requests/${asked.body.id}/answer`;
    expect((await first.post(path, { answer: 'decline' })).body.code).toBe(
      'contracts.reason-needed',
    );
    expect((await first.post(path, { answer: 'accept' })).status).toBe(204);
    expect((await first.post(path, { answer: 'accept' })).status).toBe(404);
    expect(await agreed(tenantId)).toEqual(['STANDARD 2026-01', 'PRO 2026-02', 'SSL 2026-02–']);
    const drop = await ask(client, { desiredMonth: '2026-03', dropOptions: ['SSL'] });
    await first.post(`${of(tenantId)}/change-requests/${drop.body.id}/answer`, {
      answer: 'postpone',
      reason: '準備のため',
      to: '2026-04',
    });
    expect(await agreed(tenantId)).toEqual([
      'STANDARD 2026-01',
      'PRO 2026-02',
      'SSL 2026-02–2026-04',
    ]);
  });

  it('is refused while anything is due', async () => {
    const { tenantId, client } = await aTenant();
    await oweSinceYesterday(app, tenantId, 1);
    const { status: code, body } = await ask(client, {
      desiredMonth: '2026-02',
      courseCode: 'PRO',
    });
    expect([code, body.code, body.params.refused]).toEqual([
      409,
      'contracts.change-refused',
      'unpaid',
    ]);
    expect((await client.get('/api/v1/contract')).body.can).toMatchObject({
      changeCourse: false,
      earliestChange: null,
    });
  });

  it.each([
    [{ desiredMonth: '2026-02' }, 422, 'contracts.nothing-to-change'],
    [{ desiredMonth: '2026-13', courseCode: 'PRO' }, 422, 'contracts.bad-month'],
    [{ desiredMonth: '2026-02', courseCode: 'GOLD' }, 422, 'contracts.unknown-course'],
    [{ desiredMonth: '2026-02', addOptions: ['SMS'] }, 422, 'contracts.unknown-option'],
  ])('as %j is refused', async (wish, code, error) => {
    const { client } = await aTenant();
    const answer = await ask(client, wish);
    expect([answer.status, answer.body.code]).toEqual([code, error]);
  });

  it('can be taken back before it is answered', async () => {
    const { tenantId, client } = await aTenant();
    const { body } = await ask(client, { desiredMonth: '2026-02', courseCode: 'PRO' });
    const withdraw = (): Promise<number> =>
      client
        .post(`/api/v1/contract/change-requests/${body.id}/withdraw`)
        .then(({ status: code }) => code);
    expect([await withdraw(), await withdraw()]).toEqual([204, 404]);
    expect(await agreed(tenantId)).toEqual(['STANDARD 2026-01']);
  });

  it.each([
    ['2026-01-10T23:59:59+09:00', '2026-01', 409, { code: 'contracts.change-too-late' }],
    ['2026-01-10T23:59:59.999+09:00', '2026-02', 201, { fromMonth: '2026-02', asDesired: true }],
    [
      '2026-01-11T00:00:00+09:00',
      '2026-02',
      409,
      {
        code: 'contracts.change-too-late',
        field: 'desiredMonth',
        detail: 'その月からの変更は締め切りました。もっとも早くて 2026-03 からです。',
      },
    ],
    ['2026-01-11T00:00:00+09:00', '2026-03', 201, { fromMonth: '2026-03', asDesired: true }],
  ])('T6 asked for at %s from %s is answered with %i', async (at, desiredMonth, code, answer) => {
    const { client } = await aTenant();
    clock.set(at);
    const { status: answered, body } = await ask(client, { desiredMonth, courseCode: 'PRO' });
    expect([answered, body]).toMatchObject([code, answer]);
    const { changeRequests } = (await client.get('/api/v1/contract')).body as {
      changeRequests: object[];
    };
    expect(changeRequests).toHaveLength(code === 201 ? 1 : 0);
  });

  it('T6 by a letter that came after the 10th waits a month longer', async () => {
    const { tenantId, client } = await aTenant();
    const letter = { channel: 'paper', arrivedAt: '2026-01-11T00:00:00+09:00' };
    const wish = { desiredMonth: '2026-02', courseCode: 'PRO' };
    const path = `${of(tenantId)}/change-requests`;
    expect((await first.post(path, { ...letter, ...wish })).status).toBe(201);
    const { changeRequests } = (await client.get('/api/v1/contract')).body as {
      changeRequests: object[];
    };
    expect(changeRequests).toMatchObject([{ fromMonth: '2026-03', state: 'open' }]);
  });
});

describe('a proposal', () => {
  it('of dunning to suspend is carried out by an operator, once', async () => {
    const { tenantId } = await aTenant();
    await oweSinceYesterday(app, tenantId, 5500);
    const propose = (): Promise<void> =>
      app
        .get(Database)
        .inTenant(tenantId, (tx) =>
          app.get(ProposeSuspension).within(tx, { tenantId, reason: '支払期限を経過' }),
        );
    await propose();
    await propose();
    const inbox = await first.get('/api/v1/operator/contract-inbox');
    const { proposals } = inbox.body as { proposals: { id: string; tenantId: string }[] };
    const mine = proposals.filter((proposal) => proposal.tenantId === tenantId);
    expect(mine).toMatchObject([{ action: 'suspend', proposedBy: null, state: 'open' }]);
    const path = `${of(tenantId)}/proposals/${mine[0]?.id ?? ''}/approve`;
    expect((await first.post(path)).status).toBe(204);
    expect([await status(tenantId), (await first.post(path)).status]).toEqual(['suspended', 404]);
  });

  it('to terminate at once needs a second person, and a contract that has not changed since', async () => {
    const { tenantId } = await aTenant();
    const made = await first.post(`${of(tenantId)}/proposals`, {
      action: 'terminate',
      reason: '架空のアドレスを登録',
      terminationReason: 'breach',
    });
    const path = `${of(tenantId)}/proposals/${made.body.id}`;
    const own = await first.post(`${path}/approve`);
    expect([own.status, own.body.code]).toEqual([403, 'contracts.same-person']);
    await oweSinceYesterday(app, tenantId, 1);
    await first.post(`${of(tenantId)}/suspend`, { reason: 'x' });
    const stale = await second.post(`${path}/approve`);
    expect([stale.status, stale.body.code]).toEqual([409, 'contracts.subject-changed']);
    expect((await second.post(`${path}/decline`)).status).toBe(204);

    const again = await first.post(`${of(tenantId)}/proposals`, {
      action: 'terminate',
      reason: '架空のアドレスを登録',
      terminationReason: 'breach',
    });
    const approved = await second.post(`${of(tenantId)}/proposals/${again.body.id}/approve`);
    expect([approved.status, await status(tenantId)]).toEqual([204, 'terminated']);
    expect((await first.get(of(tenantId))).body).toMatchObject({
      endDate: '2026-01-11',
      endReason: 'breach',
      eraseServiceDataBy: '2026-01-18',
      suspensions: [{ until: null }],
    });
  });

  it('is decided once, whoever decides at the same time', async () => {
    const { tenantId } = await aTenant();
    const made = await first.post(`${of(tenantId)}/proposals`, {
      action: 'terminate',
      reason: 'x',
      terminationReason: 'insolvency',
    });
    const path = `${of(tenantId)}/proposals/${made.body.id}`;
    const race = await Promise.all(
      ['approve', 'decline', 'approve', 'decline'].map((verb) => second.post(`${path}/${verb}`)),
    );
    expect(race.map(({ status: code }) => code).sort()).toEqual([204, 404, 404, 404]);
  });
});

describe('a cure notice', () => {
  it('names only acts that the terms number', async () => {
    const { tenantId } = await aTenant();
    const asked = { breach: '表示義務の不履行', prohibitedActs: ['P14', 'P20'] };
    expect(await first.post(`${of(tenantId)}/cure-notices`, asked)).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'prohibitedActs' }] },
    });
  });

  it('counts its days from the arrival, and only its failure ends the contract', async () => {
    const { tenantId } = await aTenant();
    const made = await first.post(`${of(tenantId)}/cure-notices`, {
      breach: '表示義務の不履行',
      prohibitedActs: ['P14'],
    });
    const path = `${of(tenantId)}/cure-notices/${made.body.id}`;
    const shown = async (): Promise<unknown> => (await first.get(of(tenantId))).body.cures;
    expect(await shown()).toMatchObject([{ state: 'not-arrived', lastDay: null }]);
    clock.set('2026-01-12T12:00:00+09:00');
    await deliver(tenantId, '2026-01-12');
    expect(await shown()).toMatchObject([{ state: 'running', lastDay: '2026-01-26' }]);
    clock.set('2026-01-26T23:59:59.999+09:00');
    const early = await first.post(`${path}/terminate`);
    expect([early.status, early.body.params.unmet]).toEqual([409, 'cure-failed']);
    clock.set('2026-01-27T00:00:00+09:00');
    expect((await first.post(`${path}/terminate`)).status).toBe(204);
    expect(await status(tenantId)).toBe('terminated');
  });

  it('that is heeded ends nothing', async () => {
    const { tenantId } = await aTenant();
    const made = await first.post(`${of(tenantId)}/cure-notices`, { breach: '表示', days: 1 });
    const path = `${of(tenantId)}/cure-notices/${made.body.id}`;
    await deliver(tenantId, '2026-01-27');
    expect((await first.post(`${path}/cured`)).status).toBe(204);
    clock.set('2026-02-01T00:00:00+09:00');
    expect((await first.post(`${path}/terminate`)).status).toBe(409);
    expect(await status(tenantId)).toBe('active');
  });
});
