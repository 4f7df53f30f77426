import { aMail } from '#lib/bounces/testing';
import { activeTenant, suspendTenant } from '#lib/contracts/testing';
import { MovableClock } from '#lib/kernel';
import { ActiveCount } from '#lib/subscribers';
import { aNewsletter } from '#lib/subscribers/testing';
import { Database } from '#platform/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startDnsServer } from '#test/dns-server';
import type { DnsServer } from '#test/dns-server';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { InboundServer } from './index.js';
import { handOver, inboundParts } from './testing.js';

type Tenant = Awaited<ReturnType<typeof activeTenant>>;

const clock = new MovableClock('2026-04-01T09:00:00+09:00');

let dns: DnsServer;
let sink: SmtpSink;
let app: TestApp;
let port: number;
let tenant: Tenant;
let path: string;
let addresses: { join: string; leave: string };

beforeAll(async () => {
  dns = await startDnsServer();
  sink = await startSink();
  app = await startApp({
    ...inboundParts,
    clock,
    env: {
      SMTP_URL: sink.url,
      INBOUND_PORT: '0',
      MAIL_DOMAIN: 'mail.hikyaku.test',
      DNS_SERVERS: dns.address,
    },
  });
  port = await app.get(InboundServer).start();
});

afterAll(async () => {
  await app.get(InboundServer).stop();
  await app.stop();
  await sink.stop();
  await dns.stop();
});

interface BlankMailBody {
  join: { address: string };
  leave: { address: string };
}

beforeEach(async () => {
  tenant = await activeTenant(app);
  path = `/api/v1/newsletters/${await aNewsletter(app, tenant.tenantId)}/blank-mail`;
  await tenant.client.post(`${path}/join`);
  const { body } = await tenant.client.post(`${path}/leave`);
  const { join, leave } = body as BlankMailBody;
  addresses = { join: join.address, leave: leave.address };
  clock.advance({ days: 1 });
  await app.drain.runDue();
});

/** Mails a dedicated address as a person does; gives the reply to it. */
const mail = async (
  kind: 'join' | 'leave',
  from: string,
  ...fields: string[]
): Promise<{ to: string; raw: string }[]> => {
  const before = sink.mails.length;
  const raw = aMail(`From: ${from}`, ...fields, '', '');
  await handOver(port, { from: 'anybody@example.jp', to: addresses[kind], raw });
  await app.drain.runDue();
  return sink.mails.slice(before).map(({ to, data }) => ({ to, raw: data }));
};

const textOf = (raw: string): string =>
  Buffer.from(raw.split('\r\n\r\n').slice(1).join(''), 'base64').toString();

const confirm = async (raw: string): Promise<number> => {
  const body = /base64/i.test(raw) ? textOf(raw) : raw.replace(/=\r\n/g, '');
  const link = /\/confirm\/[a-z2-7]+/.exec(body)?.[0] ?? '/none';
  const { status } = await fetch(`${app.url}${link}`, { method: 'POST' });
  return status;
};

const activeCount = (): Promise<number> =>
  app
    .get(Database)
    .inTenant(tenant.tenantId, (tx) => app.get(ActiveCount).at(tx, tenant.tenantId, clock.now()));

describe('joining by mail', () => {
  it.each([
    ['a plain address', 'taro@example.jp', 'taro@example.jp'],
    ['a docomo address with dots', 'a..b.@docomo.ne.jp', '"a..b."@docomo.ne.jp'],
    ['an au address in quotes', '"a..b."@ezweb.ne.jp', '"a..b."@ezweb.ne.jp'],
    [
      'a name in ISO-2022-JP',
      '=?ISO-2022-JP?B?GyRCO0VFREJATzobKEI=?= <t@example.jp>',
      't@example.jp',
    ],
  ])('sends %s a link that makes it a reader', async (_, from, to) => {
    const answers = await mail('join', from, 'Subject: =?ISO-2022-JP?B?GyRCNnUlYSE8JWsbKEI=?=');
    expect(answers.map((answer) => answer.to)).toEqual([to]);
    expect(answers[0]?.raw).toMatch(/^Auto-Submitted: auto-replied\r?$/m);
    expect(await activeCount()).toBe(0);
    expect(await confirm(answers[0]?.raw ?? '')).toBe(200);
    expect(await activeCount()).toBe(1);
  });

  it.each([
    ['a vacation reply', 'taro@example.jp', ['Auto-Submitted: auto-replied']],
    ['a mailing list', 'taro@example.jp', ['Precedence: list']],
    ['a mail server', 'MAILER-DAEMON@docomo.ne.jp', []],
    ['two people at once', 'taro@example.jp, hanako@example.jp', []],
    ['nobody', '', []],
  ])('answers nothing to %s', async (_, from, fields) => {
    expect(await mail('join', from, ...fields)).toEqual([]);
  });

  it('answers one address once in ten minutes and three times a day', async () => {
    const counts: number[] = [];
    for (const minutes of [0, 5, 5, 10, 10]) {
      clock.advance({ minutes });
      counts.push((await mail('join', 'taro@example.jp')).length);
    }
    // The link itself is repeated once only: the third mail would be the repetition of a repetition.
    expect(counts).toEqual([1, 0, 1, 0, 0]);
  });

  it('believes no sender whose domain says that it did not send it', async () => {
    dns.txt('_dmarc.strict.example.jp', 'v=DMARC1; p=reject');
    dns.txt('strict.example.jp', 'v=spf1 -all');
    expect(await mail('join', 'taro@strict.example.jp')).toEqual([]);
  });

  it('is refused at the door while the contract sleeps; leaving is not', async () => {
    await suspendTenant(app, tenant.tenantId);
    const raw = aMail('From: taro@example.jp', '', '');
    await expect(
      handOver(port, { from: 'taro@example.jp', to: addresses.join, raw }),
    ).rejects.toMatchObject({ responseCode: 550 });
    expect(await mail('leave', 'taro@example.jp')).toEqual([]);
  });
});

describe('leaving by mail', () => {
  it('takes effect at once, and a goodbye says so', async () => {
    const [answer] = await mail('join', 'a..b.@docomo.ne.jp');
    await confirm(answer?.raw ?? '');
    await app.drain.runDue();
    clock.advance({ hours: 1 });
    const goodbyes = await mail('leave', 'a..b.@docomo.ne.jp');
    expect([await activeCount(), goodbyes.map(({ to }) => to)]).toEqual([
      0,
      ['"a..b."@docomo.ne.jp'],
    ]);
  });
});

describe('the addresses of a newsletter', () => {
  it('stay as they are when issued again, and are refused once revoked', async () => {
    const again = await tenant.client.post(`${path}/join`);
    expect((again.body as BlankMailBody).join.address).toBe(addresses.join);
    const { body } = await tenant.client.delete(`${path}/join`);
    expect(body).toMatchObject({ join: null, leave: { address: addresses.leave } });
    const raw = aMail('From: taro@example.jp', '', '');
    await expect(
      handOver(port, { from: 'taro@example.jp', to: addresses.join, raw }),
    ).rejects.toMatchObject({ responseCode: 550 });
    const { body: anew } = await tenant.client.post(`${path}/join`);
    expect((anew as BlankMailBody).join.address).not.toBe(addresses.join);
  });

  it.each([
    ['svg', 'image/svg+xml', '<svg '],
    ['png', 'image/png', '\u{fffd}PNG'],
  ])('are pictures for telephones: %s', async (format, type, begin) => {
    const { status, headers, body } = await tenant.client.get(
      `${path}/join/qr-code?format=${format}`,
    );
    expect([status, headers.get('content-type')]).toEqual([200, type]);
    expect(String(body).startsWith(begin)).toBe(true);
  });

  it.each([
    ['a kind that is none', 'get', '/sideways/qr-code', 404],
    ['a format that is none', 'get', '/join/qr-code?format=gif', 422],
  ] as const)('refuse %s', async (_, method, rest, status) => {
    expect((await tenant.client[method](`${path}${rest}`)).status).toBe(status);
  });
});
