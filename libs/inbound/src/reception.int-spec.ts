import { aMail } from '#lib/bounces/testing';
import { MovableClock } from '#lib/kernel';
import { Database } from '#platform/database';
import { afterEach, beforeAll, afterAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startDnsServer } from '#test/dns-server';
import type { DnsServer } from '#test/dns-server';
import { InboundServer } from './index.js';
import { handOver, inboundParts } from './testing.js';

const domain = 'mail.hikyaku.test';
const clock = new MovableClock('2026-04-01T09:00:00+09:00');
const letter = aMail('From: taro@example.jp', 'Subject: Hello', '', 'Hello');

let dns: DnsServer;
let folder: string;
let app: TestApp | undefined;

beforeAll(async () => {
  dns = await startDnsServer();
  folder = mkdtempSync(join(tmpdir(), 'hikyaku-inbound-'));
});

afterAll(async () => {
  await dns.stop();
  rmSync(folder, { recursive: true });
});

afterEach(async () => {
  await app?.get(InboundServer).stop();
  await app?.stop();
  app = undefined;
});

const receive = async (env: Readonly<Record<string, string>> = {}): Promise<number> => {
  const settings = { INBOUND_PORT: '0', MAIL_DOMAIN: domain, DNS_SERVERS: dns.address, ...env };
  app = await startApp({ ...inboundParts, clock, env: settings });
  return app.get(InboundServer).start();
};

const code = (error: unknown): unknown => Reflect.get(error as object, 'responseCode');

describe('encryption', () => {
  it('is offered with a certificate of the installation', async () => {
    const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
    const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2'];
    const subject = ['-subj', `/CN=${domain}`, '-keyout', key, '-out', cert];
    execFileSync('openssl', [...request, ...subject], { stdio: 'ignore' });
    const port = await receive({ INBOUND_TLS_CERT_FILE: cert, INBOUND_TLS_KEY_FILE: key });
    const transport = createTransport({
      host: '127.0.0.1',
      port,
      requireTLS: true,
      tls: { rejectUnauthorized: false },
    });
    const envelope = { from: 'taro@example.jp', to: `support@${domain}` };
    const { response } = await transport.sendMail({ envelope, raw: Buffer.from(letter) });
    expect(response).toMatch(/^250 /);
  });

  it('with files that are none is a setting to mend', async () => {
    await expect(receive({ INBOUND_TLS_CERT_FILE: join(folder, 'none') })).rejects.toThrow(
      /INBOUND_TLS_CERT_FILE/,
    );
  });
});

describe('limits of a client', () => {
  it('hold back who sends more than its share, and send away who guesses', async () => {
    const port = await receive({ INBOUND_CLIENT_RATE: '12' });
    const to = `support@${domain}`;
    const guess = (): Promise<unknown> =>
      handOver(port, { to: `nobody@${domain}`, raw: letter }).catch(code);
    const mail = (): Promise<unknown> => handOver(port, { to, raw: letter }).catch(code);
    expect([await guess(), await guess(), await mail()]).toEqual([550, 421, 450]);
    clock.advance({ minutes: 1 });
    expect(await mail()).toMatch(/^250 /);
  });

  it('are not for relays of our own', async () => {
    const port = await receive({ INBOUND_CLIENT_RATE: '1', INBOUND_TRUSTED: '127.0.0.1' });
    for (let n = 0; n < 3; n++)
      expect(await handOver(port, { to: `support@${domain}`, raw: letter })).toMatch(/^250 /);
  });
});

it('speaks LMTP behind a mail server: a reply for each recipient', async () => {
  const port = await receive({ INBOUND_PROTOCOL: 'lmtp' });
  const connection = new SMTPConnection({ host: '127.0.0.1', port, lmtp: true, ignoreTLS: true });
  await new Promise<void>((resolve, reject) => {
    connection.once('error', reject);
    connection.connect(() => {
      resolve();
    });
  });
  const to = [`support@${domain}`, `nobody@${domain}`, `abuse@${domain}`];
  const info = await new Promise<{ accepted: unknown; rejected: unknown }>((resolve, reject) => {
    connection.send({ from: 'taro@example.jp', to }, Buffer.from(letter), (error, result) => {
      if (error) reject(error);
      else resolve(result);
    });
  });
  connection.quit();
  expect({ accepted: info.accepted, rejected: info.rejected }).toEqual({
    accepted: [to[0], to[2]],
    rejected: [to[1]],
  });
});

it('stores what SPF, DKIM and DMARC say with the message, and nothing of its sender', async () => {
  dns.txt('good.example.jp', 'v=spf1 ip4:127.0.0.1 -all');
  dns.txt('_dmarc.good.example.jp', 'v=DMARC1; p=quarantine');
  const port = await receive();
  const raw = aMail('From: taro@good.example.jp', 'Subject: Hello', '', 'Hello');
  await handOver(port, { from: 'taro@good.example.jp', to: `abuse@${domain}`, raw });
  await app?.drain.runDue();
  const rows = await app
    ?.get(Database)
    .asSystem((tx) =>
      tx.query('SELECT outcome, authentication, mail_from, client_ip FROM inbound_messages'),
    );
  expect(rows).toEqual([
    {
      outcome: 'inquiry',
      authentication: {
        spf: 'pass',
        spfDomain: 'good.example.jp',
        dkim: [],
        dmarc: 'pass',
        policy: 'quarantine',
      },
      mail_from: null,
      client_ip: null,
    },
  ]);
});
