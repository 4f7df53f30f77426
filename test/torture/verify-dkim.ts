import 'reflect-metadata';
import { Resolver } from 'node:dns/promises';
import { parseArgs } from 'node:util';
import { activeTenant } from '#lib/contracts/testing';
import { aContent, aMailing, deliveryParts } from '#lib/delivery/testing';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { startApp } from '#test/app';
import { startCluster } from '#test/rig/cluster';
import { startDnsServer } from '#test/dns-server';
import { startSink } from '#test/smtp-sink';
import { dkimVerify } from 'mailauth';
import { lint } from './mail-lint.js';

/**
 * Sends mails with contents of all kinds through the whole path, holds each against the rules for mails, and lets
 * another implementation check every signature with keys from the DNS (T43): `npm run torture:dkim -- [--mails 10000 | --quick]`. The last line of stdout is JSON.
 */
const { values: options } = parseArgs({
  options: {
    mails: { type: 'string', default: '10000' },
    quick: { type: 'boolean' },
    json: { type: 'boolean' },
  },
});
const mails = options.quick ? 500 : Number(options.mails);
const readers = 500;
const fromDomain = 'shop.example.jp';
const algorithms = ['rsa-sha256', 'ed25519-sha256'];
/** Fields that must be in `h=` once more than in the mail. */
const guarded = [
  ...['from', 'to', 'subject', 'date', 'message-id', 'reply-to', 'list-id', 'list-help'],
  ...['list-owner', 'list-unsubscribe', 'list-unsubscribe-post', 'feedback-id', 'content-type'],
];

const cluster = process.env['TEST_DATABASE_URL'] ? undefined : await startCluster();
const dns = await startDnsServer();
const sink = await startSink();
const app = await startApp({
  ...deliveryParts,
  env: { SMTP_URL: sink.url, SMTP_CONNECTIONS: '20', DNS_SERVERS: dns.address },
});
const resolver = new Resolver();
resolver.setServers([dns.address]);

/** Blanks, empty lines, long lines, emoji, merge fields, at random but the same in every run. */
const pieces = [
  ...[
    '春の新作',
    ' ',
    '  ',
    '\t',
    '\r\n',
    '\n\n\n',
    '🌸',
    'x'.repeat(300),
    '.',
    '\n.\n',
    '—',
    '𠮷野家',
  ],
  ...[
    '{{ subscriber.name | default: "お客様" }}',
    'https://example.jp/a?b=c&d=%20',
    'From me\n',
    '\u00a0',
  ],
];
let seed = 1;
const random = (below: number): number => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed % below;
};
const anyText = (most = 60): string =>
  `本文${Array.from({ length: random(most) }, () => pieces[random(pieces.length)] ?? '').join('')}`;

const problemsOf = async (data: string): Promise<string[]> => {
  const { results } = await dkimVerify(Buffer.from(data, 'latin1'), {
    curTime: new Date('2026-04-01T00:00:00Z'),
    resolver: (name, type) => resolver.resolve(name, type) as Promise<string[][]>,
  });
  const verdicts = results.map(({ status, signingDomain, info }) => ({
    ok: status.result === 'pass' && signingDomain === fromDomain,
    algorithm: /header\.a=(\S+)/.exec(info)?.[1],
  }));
  const head = data.split('\r\n\r\n', 1)[0]?.replaceAll(/\r\n[\t ]/g, '') ?? '';
  const covered = (/[; ]h=([^;]+);/.exec(head)?.[1] ?? '').toLowerCase().split(':');
  const present = head.split('\r\n').map((line) => line.split(':', 1)[0]?.toLowerCase());
  const count = (list: readonly (string | undefined)[], name: string): number =>
    list.filter((one) => one === name).length;
  return [
    ...lint(data),
    ...verdicts.flatMap(({ ok, algorithm }) => (ok ? [] : [`${algorithm ?? '?'} does not verify`])),
    ...algorithms
      .filter((wanted) => !verdicts.some(({ algorithm }) => algorithm === wanted))
      .map((wanted) => `${wanted} is missing`),
    ...guarded
      .filter((name) => count(covered, name) <= count(present, name))
      .map((name) => `${name} is not oversigned`),
  ];
};

const faults = new Map<string, number>();
let checked = 0;
let campaigns = 0;
const started = performance.now();
try {
  const { tenantId, client } = await activeTenant(app);
  const domains = '/api/v1/settings/domains';
  const declared = await client.post(domains, { domain: fromDomain, ed25519: true });
  const { id, records } = declared.body as {
    id: string;
    records: { name: string; value: string }[];
  };
  for (const { name, value } of records) dns.txt(name, value);
  await client.post(`${domains}/${id}/check`);
  const newsletterId = await aNewsletter(app, tenantId);
  await someSubscribers(app, tenantId, newsletterId, readers, (i) => ({
    name: i % 3 === 0 ? null : `読者 ${'様'.repeat(i % 40)} ${i}`,
  }));
  await app.drain.runDue();
  while (checked < mails) {
    sink.mails.length = 0;
    const content = aContent(newsletterId, {
      subject: `件名 ${anyText(8).replaceAll(/\s+/g, ' ')}`,
      text: anyText(),
      html: campaigns % 4 === 0 ? null : `<p>${anyText()}</p>${anyText()}`,
      tracking: campaigns % 2 === 0,
      sender: {
        name: ['桜書店', 'O\'Neill "& Co", Ltd.', '株式会社'.repeat(12)][campaigns % 3] ?? '',
        fromAddress: `news@${fromDomain}`,
        replyTo: campaigns % 5 === 0 ? null : `help@${fromDomain}`,
      },
    });
    await aMailing(app, tenantId, content);
    await app.drain.runDue();
    campaigns++;
    for (const { data } of sink.mails.slice(0, mails - checked)) {
      for (const fault of await problemsOf(data)) faults.set(fault, (faults.get(fault) ?? 0) + 1);
      checked++;
    }
    if (sink.mails.length !== readers) faults.set(`campaign ${campaigns}: ${sink.mails.length}`, 1);
  }
} finally {
  await app.stop();
  await sink.stop();
  await dns.stop();
  await cluster?.stop();
}
const seconds = Math.round((performance.now() - started) / 1000);
const result = { mails: checked, campaigns, signatures: algorithms.length * checked };
console.log(JSON.stringify({ ...result, faults: Object.fromEntries(faults), seconds }));
process.exitCode = faults.size > 0 ? 1 : 0;
