import { operatorClient } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { MovableClock, PlainDate } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { ContractBook } from './index.js';
import { contractOf, contractsParts, oweSinceYesterday } from './testing.js';

const clock = new MovableClock('2026-01-10T12:00:00+09:00');
let app: TestApp;
let first: TestClient;

beforeAll(async () => {
  app = await startApp({ ...contractsParts, clock });
  first = await operatorClient(app, 'billing');
  const option = { code: 'SSL', names: { ja: '独自SSL', en: 'Own SSL' }, onSale: true };
  const course = { code: 'PRO', names: { ja: 'プロ', en: 'Pro' }, onSale: true };
  await first.post('/api/v1/operator/options', option);
  await first.post('/api/v1/operator/courses', course);
});

afterAll(() => app.stop());

const aTenant = (): ReturnType<typeof contractOf> => contractOf(app, PlainDate.from('2026-01-10'));

const of = (tenantId: TenantId): string => `/api/v1/operator/tenants/${tenantId}/contract`;

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

describe('a change of course that waited too long', () => {
  it('is answered before its month begins, or postponed', async () => {
    const { tenantId, client } = await aTenant();
    const asked = await client.post('/api/v1/contract/change-requests', {
      desiredMonth: '2026-04',
      courseCode: 'PRO',
    });
    const answer = (body: object): ReturnType<TestClient['post']> =>
      first.post(`${of(tenantId)}/change-requests/${asked.body.id}/answer`, body);
    clock.set('2026-04-01T00:00:00+09:00');
    const late = await answer({ answer: 'accept' });
    expect([late.status, late.body.code]).toEqual([409, 'contracts.month-begun']);
    const postponed = { answer: 'postpone', reason: '準備のため', to: '2026-05' };
    expect((await answer(postponed)).status).toBe(204);
    expect(await agreed(tenantId)).toEqual(['STANDARD 2026-01', 'PRO 2026-05']);
  });
});
