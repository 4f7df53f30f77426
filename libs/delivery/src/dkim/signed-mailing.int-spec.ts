import { activeTenant } from '#lib/contracts/testing';
import type { TenantId } from '#lib/kernel';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { MailSender } from '#platform/smtp';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dkimVerify } from 'mailauth';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Resolver } from 'node:dns/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startDnsServer } from '#test/dns-server';
import type { DnsServer } from '#test/dns-server';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { PlatformDkimKey } from './platform-dkim-key.js';
import { Config, loadEnvironment } from '#platform/config';
import { SendOne } from '../index.js';
import { aContent, aMailing, deliveryParts } from '../testing.js';

const folder = mkdtempSync(join(tmpdir(), 'dkim-'));
const keyFile = join(folder, 'platform.pem');
const now = new Date('2026-04-01T00:00:00Z');

let dns: DnsServer;
let sink: SmtpSink;
let app: TestApp;
let tenantId: TenantId;
let newsletterId: string;

beforeAll(async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  dns = await startDnsServer();
  const shown = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  dns.txt('s1._domainkey.mail.hikyaku.test', `v=DKIM1; p=${shown}`);
  sink = await startSink();
  app = await startApp({
    ...deliveryParts,
    env: {
      SMTP_URL: sink.url,
      DNS_SERVERS: dns.address,
      DKIM_KEY_FILE: keyFile,
      DKIM_SELECTOR: 's1',
    },
  });
  const tenant = await activeTenant(app);
  ({ tenantId } = tenant);
  newsletterId = await aNewsletter(app, tenantId);
  await someSubscribers(app, tenantId, newsletterId, 30, (i) => ({ name: `読者  ${i}\t様` }));
  await app.drain.runDue();
  const path = '/api/v1/settings/domains';
  const { body } = await tenant.client.post(path, { domain: 'own.example.jp', ed25519: true });
  const { id, records } = body as { id: string; records: { name: string; value: string }[] };
  for (const { name, value } of records) dns.txt(name, value);
  await tenant.client.post(`${path}/${id}/check`);
});

afterAll(async () => {
  await app.stop();
  await sink.stop();
  await dns.stop();
  rmSync(folder, { recursive: true });
});

/** What another implementation, asking the DNS, says of a mail as the relay got it. */
const verdictsOn = async (mail: string): Promise<string[]> => {
  const resolver = new Resolver();
  resolver.setServers([dns.address]);
  const { results } = await dkimVerify(Buffer.from(mail, 'latin1'), {
    curTime: now,
    resolver: (name, type) => resolver.resolve(name, type) as Promise<string[][]>,
  });
  return results.map(({ status, signingDomain, info }) => {
    const [, algorithm = ''] = /header\.a=(\S+)/.exec(info) ?? [];
    return `${algorithm} ${signingDomain} ${status.result}`;
  });
};

const from = (
  fromAddress: string,
): { sender: { name: string; fromAddress: string; replyTo: null } } => ({
  sender: { name: '自社 "本店"', fromAddress, replyTo: null },
});

describe('a mailing', () => {
  it.each([
    [
      'news@OWN.example.jp',
      [
        'rsa-sha256 own.example.jp pass',
        'ed25519-sha256 own.example.jp pass',
        'rsa-sha256 mail.hikyaku.test pass',
      ],
    ],
    ['news@elsewhere.example.jp', ['rsa-sha256 mail.hikyaku.test pass']],
  ])('from %s is signed by %j', async (address, verdicts) => {
    sink.mails.length = 0;
    const html = '<p>{{ subscriber.name }}</p>\n\n<a href="https://example.jp/">x</a>\n\n';
    await aMailing(
      app,
      tenantId,
      aContent(newsletterId, { html, tracking: true, ...from(address) }),
    );
    await app.drain.runDue();
    const seen = await Promise.all(sink.mails.map(({ data }) => verdictsOn(data)));
    expect(seen).toEqual(Array.from({ length: 30 }, () => verdicts));
  });

  it('covers every header of the list and who wrote it', async () => {
    sink.mails.length = 0;
    await aMailing(app, tenantId, aContent(newsletterId, from('news@own.example.jp')));
    await app.drain.runDue();
    const head =
      (sink.mails[0]?.data ?? '').split('\r\n\r\n', 1)[0]?.replaceAll(/\r\n\s/g, '') ?? '';
    const covered = /h=([^;]+);/.exec(head)?.[1]?.toLowerCase().split(':') ?? [];
    const present = head
      .split('\r\n')
      .map((line) => line.split(':', 1)[0]?.toLowerCase() ?? '')
      .filter((name) => name !== 'dkim-signature');
    const loose = present.filter((name) => covered.filter((one) => one === name).length !== 2);
    expect(loose.sort()).toEqual(['precedence', 'x-auto-response-suppress']);
  });
});

describe('a test mail', () => {
  it('is signed like the real ones', async () => {
    sink.mails.length = 0;
    await app.get(SendOne).execute({
      tenantId,
      content: aContent(newsletterId, from('news@own.example.jp')),
      to: { address: 'me@example.jp' },
      sample: { fields: {}, newsletterTitle: 'x' },
    });
    expect(await verdictsOn(sink.mails[0]?.data ?? '')).toEqual([
      'rsa-sha256 own.example.jp pass',
      'ed25519-sha256 own.example.jp pass',
      'rsa-sha256 mail.hikyaku.test pass',
    ]);
  });
});

describe('a single mail', () => {
  const single = {
    returnPath: '',
    to: { address: 'me@example.jp' },
    subject: 'ご登録の確認 '.repeat(9),
    text: '一行目\n二行目  \n\n.\n',
    html: '<p>一行目</p>\n\n',
    messageId: '<x@mail.hikyaku.test>',
    date: now,
  };

  it('is signed for the tenant who writes, and by the platform for its own', async () => {
    sink.mails.length = 0;
    const sender = app.get(MailSender);
    const address = 'news@own.example.jp';
    await sender.send({ ...single, tenantId, from: { name: '桜', address } });
    await sender.send({ ...single, from: { address: 'notice@mail.hikyaku.test' } });
    expect(await Promise.all(sink.mails.map(({ data }) => verdictsOn(data)))).toEqual([
      [
        'rsa-sha256 own.example.jp pass',
        'ed25519-sha256 own.example.jp pass',
        'rsa-sha256 mail.hikyaku.test pass',
      ],
      ['rsa-sha256 mail.hikyaku.test pass'],
    ]);
  });
});

describe('the platform’s key', () => {
  it.each(['', 'not a key', 'weak'])('must be a good one: %j is not', (kind) => {
    const file = join(folder, 'other.pem');
    const weak = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
    writeFileSync(file, kind === 'weak' ? weak.export({ type: 'pkcs8', format: 'pem' }) : kind);
    const config = new Config(loadEnvironment({ DKIM_KEY_FILE: file }));
    expect(() => new PlatformDkimKey(config)).toThrow(/^DKIM_KEY_FILE must name/);
  });
});
