import {
  anonymousClient,
  operatorClient,
  postedTo,
  testClient,
  testPassword,
} from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { MovableClock, PlainDate } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Letters, NoteBounce } from '#lib/notices';
import { Database } from '#platform/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { MaySend, ReceiveNoticeByMail } from './index.js';
import { contractOf, contractsParts } from './testing.js';

let clock: MovableClock;
let app: TestApp;
let operator: TestClient;

beforeAll(async () => {
  clock = new MovableClock('2026-01-01T00:00:00+09:00');
  app = await startApp({ ...contractsParts, clock });
  operator = await operatorClient(app, 'billing');
});

afterAll(() => app.stop());

interface Started {
  readonly tenantId: TenantId;
  readonly client: TestClient;
  readonly email: string;
  readonly slug: string;
}

const of = (tenantId: TenantId): string => `/api/v1/operator/tenants/${tenantId}/contract`;
let started: Started[] = [];

/** A tenant with service since New Year 2026, made before the clock goes on. */
const aTenant = (): Started => {
  const next = started.pop();
  if (!next) throw new Error('make more tenants in beforeAll');
  return next;
};

beforeAll(async () => {
  started = await Promise.all(
    Array.from({ length: 13 }, () => contractOf(app, PlainDate.from('2026-01-01'))),
  );
});

const onWeb = (client: TestClient, body: object = {}): ReturnType<TestClient['post']> =>
  client.post('/api/v1/contract/end-notices', body);

const maySend = (tenantId: TenantId, at: string): Promise<boolean> =>
  app.get(Database).inTenant(tenantId, (tx) => app.get(MaySend).check(tx, tenantId, new Date(at)));

describe('a notice of termination', () => {
  it('in time ends the contract with its minimum term, to the millisecond, and takes back what was lent', async () => {
    const { tenantId, client, email, slug } = aTenant();
    clock.set('2026-05-31T23:59:59.999+09:00');
    const preview = await client.get('/api/v1/contract/notice-preview');
    expect(preview.body).toEqual({
      endDate: '2026-06-30',
      clause: 'W5.3',
      late: false,
      firstMonthWithoutService: '2026-07',
      cutOff: '2026-05-31T15:00:00.000Z',
      minimumTermEnd: '2026-06-30',
    });
    const { status, body } = await onWeb(client, { reason: '移転のため' });
    expect([status, body]).toMatchObject([
      201,
      { status: 'active', ending: true, endDate: '2026-06-30', endReason: 'tenant-notice' },
    ]);
    expect(body.can.giveNotice).toBe(false);
    expect([
      await maySend(tenantId, '2026-06-30T23:59:59.999+09:00'),
      await maySend(tenantId, '2026-07-01T00:00:00+09:00'),
    ]).toEqual([true, false]);

    const key = { name: '連携', scopes: ['settings.read'] };
    const { secret } = (await client.post('/api/v1/api-keys', key)).body as { secret: string };
    const program = anonymousClient(app.url, { Authorization: `Bearer ${secret}` });
    expect((await program.get('/api/v1/contract')).status).toBe(200);

    clock.set('2026-07-01T00:00:00+09:00');
    await app.drain.sweep();
    expect((await program.get('/api/v1/contract')).status).toBe(401);
    expect((await operator.get(of(tenantId))).body).toMatchObject({
      status: 'terminated',
      endDate: '2026-06-30',
      eraseServiceDataBy: '2026-07-07',
    });
    expect((await client.get('/api/v1/contract')).status).toBe(401);
    const again = testClient(app.url, '/api/v1/session', {
      email,
      password: testPassword,
      tenant: slug,
    });
    await expect(again.get('/api/v1/contract')).rejects.toThrow('401');
  });

  it('late lets one renewal happen; after the minimum term it ends the same month', async () => {
    const late = aTenant();
    const inTime = aTenant();
    const recorded = await operator.post(`${of(late.tenantId)}/end-notices/paper`, {
      stampedOn: '2026-06-01',
    });
    expect(recorded.body).toMatchObject({ endDate: '2026-07-31' });
    const { body } = await onWeb(inTime.client);
    expect(body).toMatchObject({ endDate: '2026-07-31', endNotices: [{ channel: 'web' }] });
  });

  it('asks for a later end by the last month of use, never for an earlier one', async () => {
    const { client } = aTenant();
    const preview = await client.get('/api/v1/contract/notice-preview?lastMonthOfUse=2026-09');
    expect(preview.body).toMatchObject({
      endDate: '2026-09-30',
      firstMonthWithoutService: '2026-10',
    });
    const { body } = await onWeb(client, { lastMonthOfUse: '2026-09' });
    expect(body.endDate).toBe('2026-09-30');
    const sooner = await onWeb(client, { lastMonthOfUse: '2026-02' });
    expect(sooner.body).toMatchObject({ endDate: '2026-07-31', endNotices: [{}, {}] });
  });

  it('is withdrawn only if the tenant asks and the operator agrees', async () => {
    const { tenantId, client } = aTenant();
    const { body } = await onWeb(client);
    const [{ id }] = body.endNotices;
    const agree = (): ReturnType<TestClient['post']> =>
      operator.post(`${of(tenantId)}/end-notices/${id}/withdrawal`);
    const alone = await agree();
    expect([alone.status, alone.body.params.refused]).toEqual([409, 'not-asked-for']);
    const asked = await client.post(`/api/v1/contract/end-notices/${id}/withdrawal`);
    expect([asked.status, asked.body.endDate]).toEqual([200, '2026-07-31']);
    expect((await agree()).body).toMatchObject({ ending: false, endDate: null, endReason: null });
    expect(await maySend(tenantId, '2026-08-01T00:00:00+09:00')).toBe(true);
  });

  it('whose withdrawal is agreed to is told, and nobody agrees to what was not asked for', async () => {
    const { tenantId, client } = aTenant();
    await onWeb(client, { lastMonthOfUse: '2027-01' });
    const { body } = await onWeb(client, { lastMonthOfUse: '2026-12' });
    expect(body).toMatchObject({ endDate: '2026-12-31', can: { giveNotice: true } });
    const { endNotices } = body as { endNotices: { id: string; lastMonthOfUse: string }[] };
    const until = (month: string): string =>
      endNotices.find(({ lastMonthOfUse }) => lastMonthOfUse === month)?.id ?? '';
    const withdraw = async (id: string): Promise<unknown> => {
      await client.post(`/api/v1/contract/end-notices/${id}/withdrawal`);
      return (await operator.post(`${of(tenantId)}/end-notices/${id}/withdrawal`)).body.endDate;
    };
    const ends = [await withdraw(until('2026-12')), await withdraw(until('2027-01'))];
    expect(ends).toEqual(['2027-01-31', null]);
    const { items } = (await client.get('/api/v1/notices')).body as { items: { kind: string }[] };
    expect(items.map(({ kind }) => kind).sort()).toEqual([
      'contracts.end-confirmed',
      'contracts.end-confirmed',
      'contracts.end-confirmed',
      'contracts.end-released',
    ]);
    const { history } = (await operator.get(of(tenantId))).body as { history: { event: string }[] };
    const noticed = history.map(({ event }) => event).filter((event) => event.endsWith('-notice'));
    expect(noticed.reverse()).toEqual([
      'accept-notice',
      'accept-notice',
      'withdraw-notice',
      'accept-notice',
      'withdraw-notice',
    ]);
  });

  it('on paper counts from its stamp, on whatever day it is written down', async () => {
    const { tenantId } = aTenant();
    const recorded = await operator.post(`${of(tenantId)}/end-notices/paper`, {
      stampedOn: '2026-05-31',
    });
    expect(recorded.body).toMatchObject({ endDate: '2026-06-30' });
    const tomorrow = await operator.post(`${of(tenantId)}/end-notices/paper`, {
      stampedOn: '2026-07-02',
    });
    expect([tomorrow.status, tomorrow.body.code]).toEqual([422, 'contracts.in-future']);
  });

  it('by mail counts from our server’s 250, when a person has said what it is', async () => {
    const { tenantId } = aTenant();
    const mail = {
      tenantId,
      from: 'hanako@example.jp',
      subject: '解約します',
      text: '解約します。',
      arrivedAt: new Date('2026-06-30T23:59:59+09:00'),
      messageId: `<${tenantId}@example.jp>`,
      dmarc: 'pass',
    };
    const receive = (): Promise<void> =>
      app.get(Database).asSystem((tx) => app.get(ReceiveNoticeByMail).within(tx, mail));
    await receive();
    await receive();
    const inbox = await operator.get('/api/v1/operator/contract-inbox');
    expect(inbox.body.mails).toMatchObject([{ tenantId, subject: '解約します', dmarc: 'pass' }]);
    const [{ id }] = inbox.body.mails;
    const path = `/api/v1/operator/contract-mails/${id}`;
    const settled = await operator.post(`${path}/termination`, { tenantId });
    expect([settled.status, (await operator.post(`${path}/filed`)).status]).toEqual([201, 404]);
    expect((await operator.get(of(tenantId))).body).toMatchObject({
      endDate: '2026-07-31',
      endNotices: [{ channel: 'mail', arrivedAt: '2026-06-30T14:59:59.000Z' }],
    });
  });
});

describe('the operator’s notice', () => {
  it('has no effect before its letter is delivered, and ends the month after that', async () => {
    const { tenantId } = aTenant();
    clock.set('2026-07-30T12:00:00+09:00');
    const given = await operator.post(`${of(tenantId)}/end-notices`, { reason: '提供の終了' });
    expect(given.body).toMatchObject({ endDate: null, endNotices: [{ arrivedAt: null }] });
    const letters = app.get(Letters);
    const letter = (await letters.list()).find((l) => l.tenantId === tenantId);
    await letters.posted(letter?.id ?? '');
    clock.set('2026-08-01T12:00:00+09:00');
    await letters.delivered(letter?.id ?? '', PlainDate.from('2026-08-01'));
    await app.drain.runDue();
    expect((await operator.get(of(tenantId))).body).toMatchObject({
      endDate: '2026-09-30',
      endReason: 'operator-notice',
    });
  });

  it('that comes back has not arrived', async () => {
    const { tenantId } = aTenant();
    await operator.post(`${of(tenantId)}/end-notices`, { reason: '提供の終了' });
    const letters = app.get(Letters);
    const letter = (await letters.list()).find((l) => l.tenantId === tenantId);
    await letters.posted(letter?.id ?? '');
    await letters.returned(letter?.id ?? '');
    await app.drain.runDue();
    expect((await operator.get(of(tenantId))).body).toMatchObject({
      endDate: null,
      endNotices: [{ arrivedAt: null }],
    });
  });

  it('is not undone by mail to any other address', async () => {
    const at = (address: string): Promise<boolean> =>
      app.get(Database).asSystem((tx) => app.get(NoteBounce).within(tx, address));
    expect(await at('notice@mail.hikyaku.test')).toBe(false);
    expect(await postedTo(app, 'nobody@example.jp')).toEqual([]);
  });
});

describe('renewals', () => {
  it('are written down month by month, once', async () => {
    const { tenantId } = aTenant();
    await app.drain.sweep();
    await app.drain.sweep();
    const { body } = await operator.get(of(tenantId));
    const { history } = body as { history: { event: string; at: string }[] };
    const renewed = history.filter(({ event }) => event === 'renewed');
    expect(renewed.map(({ at }) => at)).toEqual([
      '2026-07-31T15:00:00.000Z',
      '2026-06-30T15:00:00.000Z',
    ]);
  });
});
