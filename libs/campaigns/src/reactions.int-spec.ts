import type { TestClient } from '#lib/accounts/testing';
import { activeTenant } from '#lib/contracts/testing';
import { MovableClock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Unsubscribe } from '#lib/subscribers';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { Database } from '#platform/database';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { aDraft, campaignsParts } from './testing.js';

const clock = new MovableClock('2026-04-01T09:30:00+09:00');

let sink: SmtpSink;
let gate: Promise<void> | undefined;
let app: TestApp;
let client: TestClient;
let tenantId: TenantId;
let newsletterId: string;

beforeAll(async () => {
  sink = await startSink({ beforeDot: () => gate ?? Promise.resolve() });
  app = await startApp({ ...campaignsParts, clock, env: { SMTP_URL: sink.url } });
  ({ client, tenantId } = await activeTenant(app));
  newsletterId = await aNewsletter(app, tenantId);
  await someSubscribers(app, tenantId, newsletterId, [
    ...Array.from({ length: 11 }, (_, i) => `reader${i}@large.example.jp`),
    'only@small.example.jp',
    'only@tiny.example.jp',
  ]);
});

afterAll(async () => {
  await app.stop();
  await sink.stop();
});

describe('reactions to a campaign', () => {
  let id: string;

  beforeAll(async () => {
    const html =
      '<body><a href="https://shop.example.jp/haru">春</a> <a href="https://shop.example.jp/natsu">夏</a></body>';
    id = await aDraft(client, newsletterId, { html, text: '本文', tracking: true });
    await client.post(`/api/v1/campaigns/${id}/send-now`);
    await app.drain.runDue();
    const mail = await simpleParser(sink.mails[0]?.data ?? '');
    const paths = [...String(mail.html).matchAll(/http:\/\/localhost(\/[co]\/[^"]+)"/g)];
    const agent = {
      'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148',
    };
    clock.advance({ hours: 2 });
    for (const [, path = ''] of paths.filter(
      ([, path = '']) => !path.startsWith('/c') || path === paths[0]?.[1],
    ))
      await (await fetch(app.url + path, { redirect: 'manual', headers: agent })).arrayBuffer();
  });

  it('are counted by hour and by link, links that nobody followed among them', async () => {
    const { body } = await client.get(`/api/v1/campaigns/${id}/reactions`);
    expect(body).toMatchObject({
      hours: [
        { at: '2026-04-01T02:00:00.000Z', opens: 1, machineOpens: 0, clicks: 1, scannerClicks: 0 },
      ],
      links: [
        { url: 'https://shop.example.jp/haru', human: 1, scanner: 0 },
        { url: 'https://shop.example.jp/natsu', human: 0, scanner: 0 },
      ],
    });
  });

  it('name a domain only where ten or more share it', async () => {
    const { body } = await client.get(`/api/v1/campaigns/${id}/reactions`);
    expect(body.domains).toEqual([
      { domain: 'large.example.jp', mails: 11, accepted: 11, refused: 0, waiting: 0 },
      { domain: null, mails: 2, accepted: 2, refused: 0, waiting: 0 },
    ]);
  });

  it('say when how many left by a link of it', async () => {
    const leave = { newsletterId: null, campaignId: id };
    await app.get(Database).inTenant(tenantId, async (tx) => {
      const [reader] = await tx.query<{ id: string }>('SELECT id FROM subscribers ORDER BY id');
      await app.get(Unsubscribe).within(tx, tenantId, { ...leave, subscriberId: reader?.id ?? '' });
    });
    const { body } = await client.get(`/api/v1/campaigns/${id}/reactions`);
    expect(body.leaves).toEqual([{ at: '2026-04-01T02:00:00.000Z', people: 1 }]);
  });

  it('are not counted for a tenant that wants none, whatever was planned before', async () => {
    const draft = await aDraft(client, newsletterId, { tracking: true });
    const at = '2026-04-01T12:00:00+09:00';
    await client.post(`/api/v1/campaigns/${draft}/schedule`, { at });
    const policy = { afterCrash: 'hold', avoidFullHours: false, tracking: false };
    const changed = { ...policy, tracking: true };
    const put = (version: number, body: object): Promise<unknown> =>
      client.put('/api/v1/settings/delivery', body, { 'If-Match': `"v${version}"` });
    await put(0, policy);
    sink.mails.length = 0;
    clock.set('2026-04-01T12:00:05+09:00');
    await app.drain.runDue();
    await put(1, changed);
    const { body } = await client.get(`/api/v1/campaigns/${draft}`);
    const bodies = sink.mails.map(({ data }) => data);
    expect({ tracking: body.tracking, status: body.status, mails: bodies.length }).toEqual({
      tracking: false,
      status: 'sent',
      // Twelve readers, and the farewell to the one who left.
      mails: 13,
    });
    expect(bodies.filter((text) => text.includes('localhost/c/'))).toEqual([]);
  });

  it('are none before the launch', async () => {
    const draft = await aDraft(client, newsletterId);
    const { body } = await client.get(`/api/v1/campaigns/${draft}/reactions`);
    expect(body).toEqual({ hours: [], links: [], domains: [], leaves: [] });
  });
});

describe('the events of a campaign', () => {
  let authorization: string;

  beforeAll(async () => {
    const key = await client.post('/api/v1/api-keys', {
      name: 'watch',
      scopes: ['campaigns.read'],
    });
    authorization = `Bearer ${String(key.body.secret)}`;
  });

  const open = (id: string): Promise<Response> =>
    fetch(`${app.url}/api/v1/campaigns/${id}/events`, { headers: { authorization } });
  const statesIn = (text: string): string[] =>
    [...text.matchAll(/^data: (.*)$/gm)].map(([, data = '{}']) => String(JSON.parse(data).status));

  it('say the state of one that rests, and end', async () => {
    const id = await aDraft(client, newsletterId);
    const response = await open(id);
    expect([response.headers.get('content-type'), statesIn(await response.text())]).toEqual([
      'text/event-stream',
      ['draft'],
    ]);
  });

  it('follow one that is sending to its end', async () => {
    const id = await aDraft(client, newsletterId);
    let openGate = (): void => undefined;
    gate = new Promise((resolve) => (openGate = resolve));
    await client.post(`/api/v1/campaigns/${id}/send-now`);
    const working = app.drain.runDue();
    const response = await open(id);
    openGate();
    await working;
    const states = statesIn(await response.text());
    expect([states[0], states.at(-1)]).toEqual(['sending', 'sent']);
  });
});
