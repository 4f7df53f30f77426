import { operatorClient } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { activeTenant } from '#lib/contracts/testing';
import { MovableClock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { aContent, aMailing, deliveryParts } from '../testing.js';

const clock = new MovableClock('2026-04-01T09:00:00+09:00');
let near: SmtpSink;
let far: SmtpSink;
let app: TestApp;
let operator: TestClient;
let tenant: TestClient;
let tenantId: TenantId;
let newsletterId: string;

beforeAll(async () => {
  near = await startSink();
  far = await startSink();
  app = await startApp({ ...deliveryParts, clock, env: { SMTP_URL: `${near.url},${far.url}` } });
  operator = await operatorClient(app, 'admin');
  ({ tenantId, client: tenant } = await activeTenant(app));
  newsletterId = await aNewsletter(app, tenantId);
  await someSubscribers(app, tenantId, newsletterId, 10);
  await app.drain.runDue();
});

afterAll(async () => {
  await app.stop();
  await near.stop();
  await far.stop();
});

const nameOf = (sink: SmtpSink): string => new URL(sink.url).host;
const closed = { state: 'closed', until: null, reason: null };
const nothing = { accepted: 0, refused: 0, putOff: 0, unclear: 0 };

const change = (sink: SmtpSink, body: object): ReturnType<TestClient['patch']> =>
  operator.patch(`/api/v1/operator/relays/${encodeURIComponent(nameOf(sink))}`, body);

describe('operators', () => {
  it('switch relays off, but never the last one, and give them weights and rates', async () => {
    const off = await change(near, { enabled: false });
    expect([off.status, off.body]).toEqual([
      200,
      {
        items: [
          {
            name: nameOf(near),
            enabled: false,
            weight: 1,
            perSecond: null,
            breaker: closed,
            traffic: nothing,
          },
          {
            name: nameOf(far),
            enabled: true,
            weight: 1,
            perSecond: null,
            breaker: closed,
            traffic: nothing,
          },
        ],
      },
    ]);
    expect(await change(far, { enabled: false })).toMatchObject({
      status: 409,
      body: { code: 'delivery.last-relay' },
    });
    await aMailing(app, tenantId, aContent(newsletterId));
    await app.drain.runDue();
    expect([near.mails.length, far.mails.length]).toEqual([0, 10]);
    await change(near, { enabled: true, weight: 5, perSecond: 7 });
    const { body } = await change(near, { weight: null });
    expect(body).toMatchObject({ items: [{ enabled: true, weight: 1, perSecond: 7 }, {}] });
    const unknown = await operator.patch('/api/v1/operator/relays/nowhere:25', { enabled: true });
    expect([unknown.status, unknown.body]).toMatchObject([
      404,
      { code: 'delivery.relay-not-found' },
    ]);
  });

  it('see what is under way and what left', async () => {
    await aMailing(app, tenantId, aContent(newsletterId));
    const waiting = await operator.get('/api/v1/operator/delivery');
    expect(waiting).toMatchObject({
      status: 200,
      body: {
        mailings: [{ tenantId, status: 'running', candidates: 10, waiting: 10, inFlight: 0 }],
        waiting: 10,
        later: 0,
        undecided: 0,
        relays: [{ name: nameOf(near) }, { name: nameOf(far), traffic: { accepted: 10 } }],
      },
    });
    await app.drain.runDue();
    const { body } = await operator.get('/api/v1/operator/delivery');
    expect(body).toMatchObject({ mailings: [], ratePerMinute: 4 });
  });

  it('limit recipient domains and go back to what the platform knows', async () => {
    const path = '/api/v1/operator/domains/yahoo.co.jp';
    const of = (body: unknown): unknown =>
      (body as { items: { domain: string }[] }).items.find(
        ({ domain }) => domain === 'yahoo.co.jp',
      );
    const { body } = await operator.put(path, { connections: null, perSecond: 50 });
    expect(of(body)).toMatchObject({ connections: null, perSecond: 50, own: true });
    expect(of((await operator.delete(path)).body)).toMatchObject({
      connections: 2,
      perSecond: 10,
      own: false,
    });
    const bad = await operator.put('/api/v1/operator/domains/a..b', {
      connections: 1,
      perSecond: 1,
    });
    expect([bad.status, bad.body]).toMatchObject([422, { code: 'delivery.bad-domain' }]);
  });

  it('of support only look', async () => {
    const support = await operatorClient(app, 'support');
    expect((await support.get('/api/v1/operator/relays')).status).toBe(200);
    const answer = await support.patch(`/api/v1/operator/relays/${nameOf(near)}`, {});
    expect(answer.status).toBe(403);
  });
});

describe('a tenant', () => {
  it('says how its mails are brought, and nobody overwrites it unseen', async () => {
    const path = '/api/v1/settings/delivery';
    const first = await tenant.get(path);
    const unset = { version: 0, afterCrash: 'hold', avoidFullHours: false, tracking: true };
    expect(first.body).toEqual(unset);
    const wish = { afterCrash: 'retry', avoidFullHours: true, tracking: false };
    const put = (version: number): ReturnType<TestClient['put']> =>
      tenant.put(path, wish, { 'If-Match': `"v${version}"` });
    expect((await put(0)).body).toEqual({ version: 1, ...wish });
    expect((await put(0)).status).toBe(409);
    expect((await put(1)).body).toEqual({ version: 2, ...wish });
    const rest = { afterCrash: 'hold', avoidFullHours: true };
    const { body } = await tenant.put(path, rest, { 'If-Match': '"v2"' });
    expect(body).toEqual({ version: 3, ...rest, tracking: false });
  });

  it('that avoids full hours begins a few minutes later', async () => {
    far.mails.length = near.mails.length = 0;
    clock.set('2026-04-01T10:00:00+09:00');
    await aMailing(app, tenantId, aContent(newsletterId));
    await app.drain.runDue();
    expect(far.mails.length + near.mails.length).toBe(0);
    clock.set('2026-04-01T10:05:10+09:00');
    await app.drain.sweep();
    clock.advance({ seconds: 5 });
    await app.drain.runDue();
    expect(far.mails.length + near.mails.length).toBe(10);
  });

  it('warms a new sending domain up, and stops that', async () => {
    const domain = await tenant.post('/api/v1/settings/domains', { domain: 'new.example.jp' });
    const path = `/api/v1/settings/domains/${(domain.body as { id: string }).id}/warm-up`;
    const at = clock.now().toISOString();
    expect((await tenant.get(path)).body).toEqual({ startedAt: null });
    expect((await tenant.post(path)).body).toEqual({ startedAt: at });
    clock.advance({ days: 1 });
    expect((await tenant.post(path)).body).toEqual({ startedAt: at });
    expect((await tenant.delete(path)).body).toEqual({ startedAt: null });
  });
});
