import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { activeTenant, suspendTenant } from '#lib/contracts/testing';
import { MovableClock } from '#lib/kernel';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { signedHeaders } from './sign.js';
import { webhooksParts } from './testing.js';

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const start = '2026-04-01T09:00:00+09:00';
const clock = new MovableClock(start);
let app: TestApp;
let sink: SmtpSink;
let receiver: Server;
let url: string;
let received: Received[] = [];
let status = 204;

beforeAll(async () => {
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(status, { Location: '/elsewhere' }).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  sink = await startSink();
  app = await startApp({
    ...webhooksParts,
    clock,
    env: { SMTP_URL: sink.url, WEBHOOKS_TO_PRIVATE_NETWORKS: 'true' },
  });
});

afterAll(async () => {
  await app.stop();
  await sink.stop();
  receiver.close();
});

beforeEach(() => {
  received = [];
  status = 204;
});

const path = '/api/v1/webhooks';

/** A tenant with an endpoint of these events. */
const listening = async (...events: string[]) => {
  const tenant = await activeTenant(app);
  const added = await tenant.client.post(path, { url, events, isOn: true });
  expect(added.status).toBe(201);
  const { id, secret } = added.body as { id: string; secret: string };
  const history = async (): Promise<Record<string, unknown>[]> =>
    ((await tenant.client.get(`${path}/${id}/messages`)).body as { items: [] }).items;
  return { ...tenant, id, secret, history };
};

describe('an endpoint', () => {
  it('is told what it wants, signed, and nothing else', async () => {
    const { tenantId, secret, history } = await listening('subscriber.joined');
    const newsletterId = await aNewsletter(app, tenantId);
    await someSubscribers(app, tenantId, newsletterId, ['hanako@reader.example.jp']);
    await app.drain.runDue();
    expect(received).toHaveLength(1);
    const [{ headers, body } = { headers: {}, body: '' }] = received;
    const event = JSON.parse(body) as { type: string; data: { newsletterId: string } };
    expect([event.type, event.data.newsletterId]).toEqual(['subscriber.joined', newsletterId]);
    expect(body).not.toContain('reader.example.jp');
    const id = String(headers['webhook-id']);
    expect(headers).toMatchObject(signedHeaders(secret, id, clock.now(), body));
    expect(await history()).toMatchObject([
      { id, state: 'delivered', tries: 1, lastStatus: 204, lastProblem: null, nextTryAt: null },
    ]);
  });

  it('is tried again later under the same id, and again by hand', async () => {
    const tenant = await listening('contract.suspended');
    status = 302; // a redirect is an answer like any other that is not a 2xx
    await suspendTenant(app, tenant.tenantId);
    await app.drain.runDue();
    expect(await tenant.history()).toMatchObject([
      { state: 'waiting', tries: 1, lastStatus: 302, lastProblem: 'refused' },
    ]);
    clock.advance({ seconds: 5 });
    status = 200;
    await app.drain.runDue();
    const [first, second] = received.map(({ headers }) => headers['webhook-id']);
    expect(second).toBe(first);
    const again = await tenant.client.post(`${path}/messages/${String(first)}/resend`);
    await app.drain.runDue();
    expect([again.status, received.length]).toEqual([202, 3]);
  });

  it('is switched off after five days without an arrival, and its owner is told', async () => {
    const tenant = await listening('campaign.launched');
    status = 500;
    for (let day = 0; day <= 5; day++) {
      await tenant.client.post(`${path}/${tenant.id}/test`);
      await app.drain.runDue();
      clock.advance({ days: 1 });
    }
    await app.drain.sweep();
    const endpoints = (await tenant.client.get(path)).body as { items: { state: string }[] };
    expect(endpoints.items.map(({ state }) => state)).toEqual(['failed']);
    const told = sink.mails.filter(({ to }) => to === tenant.email);
    expect(told.length).toBeGreaterThan(0);
    const test = await tenant.client.post(`${path}/${tenant.id}/test`);
    expect(test.body.code).toBe('webhooks.switched-off');
    const on = { url, events: [], isOn: true };
    const changed = await tenant.client.put(`${path}/${tenant.id}`, on);
    expect(changed.body).toMatchObject({ state: 'on', failingSince: null });
  });

  it('can be given another secret, and be removed', async () => {
    const { client, id, secret } = await listening('campaign.launched');
    const rotated = (await client.post(`${path}/${id}/secret`)).body as { secret: string };
    expect(rotated.secret).not.toBe(secret);
    expect((await client.delete(`${path}/${id}`)).status).toBe(204);
    expect((await client.delete(`${path}/${id}`)).body.code).toBe('webhooks.no-endpoint');
  });
});

/** All of them lead to this machine, to its network, or to where clouds keep their secrets. */
const innerHosts = [
  ...['127.0.0.1', '127.1', '2130706433', '0x7f000001', '0177.0.0.1', '127.0.0.1.', '0.0.0.0'],
  ...['①②⑦.⓪.⓪.①', '１２７．０．０．１', 'localhost', 'LOCALHOST', 'ⓛocalhost'],
  ...['[::]', '[::1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::7f00:1]', '[64:ff9b::7f00:1]'],
  ...['169.254.169.254', '0xa9fea9fe', '[::ffff:169.254.169.254]', '[fd00:ec2::254]'],
  ...['100.100.100.200', '[2002:7f00:1::]', '[fe80::1]'],
];

describe('an endpoint inside a closed network', () => {
  it('is never called, by address or by name', async () => {
    const closed = await startApp({ ...webhooksParts, clock });
    const { client } = await activeTenant(closed);
    const plain = await client.post(path, { url, events: [], isOn: true });
    expect(plain.body.code).toBe('webhooks.bad-url');
    const port = new URL(url).port;
    for (const host of innerHosts) {
      const target = `https://${host}:${port}/`;
      const added = await client.post(path, { url: target, events: [], isOn: true });
      const { id } = added.body as { id: string };
      await client.post(`${path}/${id}/test`);
      await closed.drain.runDue();
      const { items } = (await client.get(`${path}/${id}/messages`)).body as { items: object[] };
      expect([host, items[0]]).toMatchObject([host, { lastProblem: 'address-not-public' }]);
      await client.delete(`${path}/${id}`); // there can be so many at a time
    }
    expect(received).toEqual([]);
    await closed.stop();
  });
});
