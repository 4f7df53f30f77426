import { operatorClient } from '#lib/accounts/testing';
import { aMail, aReportOf } from '#lib/bounces/testing';
import { activeTenant } from '#lib/contracts/testing';
import { aContent, aMailing } from '#lib/delivery/testing';
import { MovableClock } from '#lib/kernel';
import { ActiveCount } from '#lib/subscribers';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { Database } from '#platform/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { InboundServer } from './index.js';
import { handOver, inboundParts } from './testing.js';

type Tenant = Awaited<ReturnType<typeof activeTenant>>;

const domain = 'mail.hikyaku.test';
const clock = new MovableClock('2026-04-01T09:00:00+09:00');

let sink: SmtpSink;
let app: TestApp;
let port: number;
let operator: Awaited<ReturnType<typeof operatorClient>>;
let tenant: Tenant;
let newsletterId: string;

beforeAll(async () => {
  sink = await startSink();
  app = await startApp({
    ...inboundParts,
    clock,
    env: { SMTP_URL: sink.url, INBOUND_PORT: '0', MAIL_DOMAIN: domain },
  });
  port = await app.get(InboundServer).start();
  operator = await operatorClient(app);
});

afterAll(async () => {
  await app.get(InboundServer).stop();
  await app.stop();
  await sink.stop();
});

beforeEach(async () => {
  tenant = await activeTenant(app);
  newsletterId = await aNewsletter(app, tenant.tenantId);
  clock.advance({ hours: 1 });
});

const readers = (...addresses: string[]): Promise<void> =>
  someSubscribers(app, tenant.tenantId, newsletterId, addresses);

/** Mails everybody; gives what left. */
const sendCampaign = async (): Promise<SmtpSink['mails']> => {
  const before = sink.mails.length;
  await aMailing(app, tenant.tenantId, aContent(newsletterId));
  await app.drain.runDue();
  return sink.mails.slice(before);
};

const tell = async (to: string, raw: Uint8Array): Promise<void> => {
  await handOver(port, { to, raw });
  await app.drain.runDue();
};

const activeCount = (): Promise<number> =>
  app
    .get(Database)
    .inTenant(tenant.tenantId, (tx) => app.get(ActiveCount).at(tx, tenant.tenantId, clock.now()));

interface Summary {
  failed: number;
  complained: number;
  complaintRate: number | null;
  byCampaign: unknown[];
}

const summary = async (): Promise<Summary> =>
  (await tenant.client.get('/api/v1/bounces/summary')).body as Summary;

const field = (data: string, name: string): string =>
  new RegExp(`^${name}: *(.*)$`, 'im').exec(data)?.[1]?.trim() ?? '';

/** A feedback report that holds the given fields of the mail it is about. @rfc 5965 */
const aComplaint = (...returned: string[]): Uint8Array =>
  aMail(
    'From: <fbl@provider.example>',
    'Subject: complaint',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=feedback-report; boundary="=_e"',
    '',
    '--=_e',
    'Content-Type: text/plain',
    '',
    'A person reports this mail.',
    '--=_e',
    'Content-Type: message/feedback-report',
    '',
    'Feedback-Type: abuse',
    'User-Agent: Provider/1.0',
    'Version: 1',
    '',
    '--=_e',
    'Content-Type: message/rfc822',
    '',
    ...returned,
    '',
    'Hello',
    '--=_e--',
    '',
  );

describe('a complaint', () => {
  it('carries our own signs with every mail', async () => {
    await readers('taro@example.jp');
    const [mail] = await sendCampaign();
    expect([
      field(mail?.data ?? '', 'CFBL-Address'),
      field(mail?.data ?? '', 'CFBL-Feedback-ID'),
    ]).toEqual([`complaints@${domain}; report=arf`, mail?.from]);
  });

  it.each([
    ['CFBL-Feedback-ID', 'complaints'],
    ['Message-ID', 'abuse'],
  ])('is recognised by %s at %s@, and removes the person at once', async (name, box) => {
    await readers('taro@example.jp', 'hanako@example.jp');
    const mail = (await sendCampaign()).find(({ to }) => to === 'taro@example.jp');
    const raw = aComplaint(`${name}: ${field(mail?.data ?? '', name)}`, 'Subject: News');
    await tell(`${box}@${domain}`, raw);
    await tell(`${box}@${domain}`, raw);
    expect(await activeCount()).toBe(1);
    expect((await sendCampaign()).map(({ to }) => to)).toEqual(['hanako@example.jp']);
    expect(await summary()).toMatchObject({ failed: 0, complained: 1 });
  });

  it('that names a recipient alone is left to an operator', async () => {
    await readers('taro@example.jp');
    await sendCampaign();
    await tell(`complaints@${domain}`, aComplaint('To: taro@example.jp', 'Subject: News'));
    expect(await activeCount()).toBe(1);
    const { body } = await operator.get('/api/v1/operator/bounces/unattributed');
    const { items } = body as { items: object[] };
    expect(items[0]).toMatchObject({
      kind: 'complained',
      reporter: 'provider.example',
      domain: 'example.jp',
    });
  });
});

describe('a bounce that came without its return path', () => {
  it('is recognised by its recipient among the readers of the campaign that it returns', async () => {
    await readers('taro@example.jp');
    const [mail] = await sendCampaign();
    const report = Buffer.from(aReportOf('failed', '550 5.1.1 User unknown')).toString('latin1');
    const feedbackId = field(mail?.data ?? '', 'Feedback-ID');
    const raw = report.replace('Subject: News', `Feedback-ID: ${feedbackId}\r\nSubject: News`);
    await tell(`postmaster@${domain}`, Buffer.from(raw, 'latin1'));
    expect(await summary()).toMatchObject({ failed: 1 });
  });
});
