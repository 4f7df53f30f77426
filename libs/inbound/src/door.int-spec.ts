import { aMail } from '#lib/bounces/testing';
import { MovableClock } from '#lib/kernel';
import { Database } from '#platform/database';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as secure } from 'node:tls';
import pg from 'pg';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { InboundServer } from './index.js';
import { handOver, inboundParts } from './testing.js';
import { Talk } from './testing/talk.js';

const domain = 'mail.hikyaku.test';
const letter = aMail('From: taro@example.jp', 'Subject: Hello', '', 'Hello');

const start = async (env: Readonly<Record<string, string>> = {}): Promise<Door> => {
  const settings = { INBOUND_PORT: '0', MAIL_DOMAIN: domain, DNS_SERVERS: '127.0.0.1:9', ...env };
  const clock = new MovableClock('2026-04-01T09:00:00+09:00');
  const app = await startApp({ ...inboundParts, clock, env: settings });
  return { app, port: await app.get(InboundServer).start() };
};

interface Door {
  readonly app: TestApp;
  readonly port: number;
}

const stop = async ({ app }: Door): Promise<void> => {
  await app.get(InboundServer).stop();
  await app.stop();
};

let door: Door;
let other: Door | undefined;

beforeAll(async () => {
  door = await start({ INBOUND_CLIENT_RATE: '1000000' });
});

afterAll(() => stop(door));

afterEach(async () => {
  if (other) await stop(other);
  other = undefined;
});

/** With settings of its own. */
const receive = async (env: Readonly<Record<string, string>>): Promise<number> => {
  other = await start(env);
  return other.port;
};

const talkTo = async (port: number): Promise<Talk> => {
  const talk = new Talk(connect(port, '127.0.0.1'));
  await talk.hear();
  await talk.ask('EHLO mx.example.jp');
  return talk;
};

const began = async (port: number): Promise<Talk> => {
  const talk = await talkTo(port);
  await talk.ask('MAIL FROM:<taro@example.jp>');
  await talk.ask(`RCPT TO:<support@${domain}>`);
  expect(await talk.ask('DATA')).toMatch(/^354 /);
  return talk;
};

const spooled = async ({ app } = door): Promise<number> => {
  const rows = await app.get(Database).asSystem((tx) => tx.query('SELECT FROM inbound_messages'));
  return rows.length;
};

describe('what the door offers', () => {
  it('is said by EHLO: no sign-in, no parts of messages, no relays’ tricks', async () => {
    const talk = new Talk(connect(door.port, '127.0.0.1'));
    await talk.hear();
    const offered = (await talk.ask('EHLO mx.example.jp')).split('\r\n').slice(1);
    expect(offered.map((line) => line.slice(4))).toEqual([
      'PIPELINING',
      '8BITMIME',
      'SMTPUTF8',
      'ENHANCEDSTATUSCODES',
      'SIZE 10485760',
    ]);
    talk.socket.destroy();
  });

  it.each([
    ['VRFY tells nothing', 'VRFY postmaster', /^252 /],
    ['EXPN is none', 'EXPN readers', /^50[02] /],
    ['BDAT is none', 'BDAT 5 LAST', /^50[02] /],
    ['XCLIENT is none', 'XCLIENT ADDR=192.0.2.1', /^5/],
    ['PROXY is none', 'PROXY TCP4 192.0.2.1 192.0.2.2 1 25', /^50[02] /],
    ['a mail before its sender', `RCPT TO:<support@${domain}>`, /^503 /],
    ['binary bodies', 'MAIL FROM:<> BODY=BINARYMIME', /^501 /],
  ])('%s', async (_, line, reply) => {
    const talk = await talkTo(door.port);
    expect(await talk.ask(line)).toMatch(reply);
    talk.socket.destroy();
  });

  it.each([
    ['postmaster without a domain', '<Postmaster>', /^250 /],
    ['a source route', `<@relay.example.jp:abuse@${domain}>`, /^250 /],
    ['letters of either case', `<SupporT@${domain.toUpperCase()}>`, /^250 /],
    ['a tag, which nobody gave', `<support+x@${domain}>`, /^550 5\.1\.1 /],
    ['a name in quotation marks', `<"support"@${domain}>`, /^550 5\.1\.1 /],
    ['dots too many', `<support.@${domain}>`, /^550 5\.1\.1 /],
    ['a domain of ours with a dot', `<support@${domain}.>`, /^550 5\.1\.1 /],
    ['no mailbox', '<>', /^501 /],
    ['a name beyond ASCII', `<受付@${domain}>`, /^550 5\.1\.1 /],
  ])('takes or refuses %s', async (_, address, reply) => {
    const talk = await talkTo(door.port);
    await talk.ask('MAIL FROM:<> SMTPUTF8');
    expect(await talk.ask(`RCPT TO:${address}`)).toMatch(reply);
    talk.socket.destroy();
  });

  it('knows its own domain in Unicode and in A-labels', async () => {
    const port = await receive({ MAIL_DOMAIN: 'xn--r8jz45g.jp' });
    const talk = await talkTo(port);
    await talk.ask('MAIL FROM:<> SMTPUTF8');
    expect(await talk.ask('RCPT TO:<abuse@xn--r8jz45g.jp>')).toMatch(/^250 /);
    expect(await talk.ask('RCPT TO:<abuse@例え.jp>')).toMatch(/^250 /);
    talk.socket.destroy();
  });

  it('takes a hundred recipients, and more with the next message', async () => {
    const talk = await talkTo(door.port);
    await talk.ask('MAIL FROM:<taro@example.jp>');
    const owner = new pg.Client(door.app.databaseUrl);
    await owner.connect();
    await owner.query(
      `INSERT INTO tenants (id, slug, name, locale, created_at)
       SELECT gen_random_uuid(), 'many-' || n, 'x', 'ja', now() FROM generate_series(1, 101) AS n`,
    );
    await owner.end();
    const replies: string[] = [];
    for (let n = 1; n <= 101; n++)
      replies.push((await talk.ask(`RCPT TO:<support-many-${n}@${domain}>`)).slice(0, 9));
    expect(new Set(replies.slice(0, 100))).toEqual(new Set(['250 2.1.5']));
    expect(replies[100]).toBe('452 4.5.3');
    talk.socket.destroy();
  });
});

describe('the end of a message', () => {
  it.each([
    ['\n.\n'],
    ['\n.\r\n'],
    ['\r.\r'],
    ['\r.\r\n'],
    ['\r\n.\n'],
    ['\r\n.\r'],
    ['\r\n\0.\r\n'],
  ])('is %j not, so that nobody smuggles a message in', async (end) => {
    const before = await spooled();
    const talk = await began(door.port);
    const smuggled = `MAIL FROM:<x@example.jp>\r\nRCPT TO:<abuse@${domain}>\r\nDATA\r\nsmuggled`;
    talk.socket.write(`Subject: one\r\n\r\nHello${end}${smuggled}\r\n.\r\n`);
    expect(await talk.hear()).toMatch(/^250 2\.6\.0 Taken as /);
    expect(await talk.ask('NOOP')).toMatch(/^250 /);
    expect(await spooled()).toBe(before + 1);
    talk.socket.destroy();
  });

  it('lets commands follow at once, each answered in turn', async () => {
    const talk = await began(door.port);
    talk.socket.write('Subject: one\r\n\r\n..dot\r\n.\r\nNOOP\r\nQUIT\r\n');
    expect([await talk.hear(), await talk.hear(), await talk.hear()]).toEqual([
      expect.stringMatching(/^250 2\.6\.0/),
      expect.stringMatching(/^250 /),
      expect.stringMatching(/^221 /),
    ]);
    await talk.end;
  });
});

describe('STARTTLS', () => {
  it('forgets what was said before it in the clear', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hikyaku-door-'));
    const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
    const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2'];
    const names = ['-subj', `/CN=${domain}`, '-keyout', key, '-out', cert];
    execFileSync('openssl', [...request, ...names], { stdio: 'ignore' });
    const port = await receive({ INBOUND_TLS_CERT_FILE: cert, INBOUND_TLS_KEY_FILE: key });
    rmSync(folder, { recursive: true });
    const plain = await talkTo(port);
    plain.socket.write('STARTTLS\r\nMAIL FROM:<injected@example.jp>\r\nNOOP\r\n');
    expect(await plain.hear()).toMatch(/^220 /);
    plain.socket.removeAllListeners('data');
    const talk = new Talk(secure({ socket: plain.socket, rejectUnauthorized: false }));
    expect(await talk.ask('EHLO mx.example.jp')).toMatch(/^250-/);
    expect(await talk.ask(`RCPT TO:<abuse@${domain}>`)).toMatch(/^503 /);
    talk.socket.destroy();
  });
});

describe('LMTP', () => {
  it('answers for each recipient that it took, and for none twice', async () => {
    const talk = new Talk(connect(await receive({ INBOUND_PROTOCOL: 'lmtp' }), '127.0.0.1'));
    await talk.hear();
    expect(await talk.ask('EHLO mx.example.jp')).toMatch(/^500 /);
    await talk.ask('LHLO mx.example.jp');
    await talk.ask('MAIL FROM:<taro@example.jp>');
    const replies: string[] = [];
    for (const name of ['support', 'nobody', 'abuse', 'Support'])
      replies.push((await talk.ask(`RCPT TO:<${name}@${domain}>`)).slice(0, 3));
    expect(replies).toEqual(['250', '550', '250', '452']);
    await talk.ask('DATA');
    talk.socket.write('From: taro@example.jp\r\n\r\nHello\r\n.\r\nNOOP\r\n');
    const answers = [await talk.hear(), await talk.hear(), await talk.hear()];
    expect(answers.map((answer) => answer.slice(0, 9))).toEqual([
      ...['250 2.6.0', '250 2.6.0', '250 2.0.0'],
    ]);
    talk.socket.destroy();
  });
});

describe('when things go wrong', () => {
  it('ends a conversation that brings no message', async () => {
    const talk = await talkTo(await receive({ INBOUND_CONVERSATION_SECONDS: '1' }));
    expect(await talk.hear()).toMatch(/^421 /);
    await talk.end;
  });

  it('does not hurry a relay of our own', async () => {
    const env = { INBOUND_CONVERSATION_SECONDS: '1', INBOUND_TRUSTED: '127.0.0.1' };
    const port = await receive(env);
    const trusted = await talkTo(port);
    const stranger = new Talk(connect({ port, host: '127.0.0.1', localAddress: '127.0.0.2' }));
    await stranger.end;
    expect(await trusted.ask('NOOP')).toMatch(/^250 /);
    trusted.socket.destroy();
  });

  it('defers what cannot be written down, and takes it afterwards', async () => {
    const { port } = door;
    const before = await spooled();
    const owner = new pg.Client(door.app.databaseUrl);
    await owner.connect();
    await owner.query('ALTER TABLE inbound_messages RENAME TO away');
    const mail = (): Promise<unknown> =>
      handOver(port, { from: 'taro@example.jp', to: `support@${domain}`, raw: letter }).catch(
        (error: unknown) => Reflect.get(error as object, 'responseCode'),
      );
    expect(await mail()).toBe(451);
    await owner.query('ALTER TABLE away RENAME TO inbound_messages');
    await owner.end();
    expect(await mail()).toMatch(/^250 /);
    expect(await spooled()).toBe(before + 1);
  });

  it('lets a message be finished when it shuts down, and begins no other', async () => {
    const last = await start();
    const talk = await began(last.port);
    talk.socket.write('Subject: last\r\n\r\nHel');
    const stopped = last.app.get(InboundServer).stop();
    talk.socket.write('lo\r\n.\r\n');
    expect(await talk.hear()).toMatch(/^250 2\.6\.0 /);
    expect(await talk.ask('MAIL FROM:<taro@example.jp>')).toMatch(/^421 /);
    await stopped;
    expect(await spooled(last)).toBe(1);
    await last.app.stop();
  });

  it('keeps nothing of a message whose sender went away', async () => {
    const { port } = door;
    const before = await spooled();
    const talk = await began(port);
    talk.socket.write('Subject: half\r\n\r\nHel');
    talk.socket.destroy();
    await handOver(port, { from: 'taro@example.jp', to: `support@${domain}`, raw: letter });
    expect(await spooled()).toBe(before + 1);
  });
});
