import { operatorClient } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { aMail } from '#lib/bounces/testing';
import { ChangeDetails } from '#lib/contracts';
import { activeTenant } from '#lib/contracts/testing';
import { MovableClock, jstDate } from '#lib/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startDnsServer } from '#test/dns-server';
import type { DnsServer } from '#test/dns-server';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { InboundServer } from './index.js';
import { handOver, inboundParts } from './testing.js';
import { textOf } from './testing/blank-mail-scene.js';

const domain = 'mail.hikyaku.test';
const clock = new MovableClock('2026-04-01T09:00:00+09:00');

let dns: DnsServer;
let sink: SmtpSink;
let app: TestApp;
let port: number;
let operator: TestClient;
let tenant: Awaited<ReturnType<typeof activeTenant>>;

beforeAll(async () => {
  dns = await startDnsServer();
  sink = await startSink();
  const env = {
    ...{ SMTP_URL: sink.url, INBOUND_PORT: '0', MAIL_DOMAIN: domain },
    DNS_SERVERS: dns.address,
  };
  app = await startApp({ ...inboundParts, clock, env });
  port = await app.get(InboundServer).start();
});

afterAll(async () => {
  await app.get(InboundServer).stop();
  await app.stop();
  await Promise.all([sink.stop(), dns.stop()]);
});

beforeEach(async () => {
  tenant = await activeTenant(app);
  operator = await operatorClient(app);
  await app.drain.runDue();
  clock.advance({ minutes: 1 });
});

const mail = async (to: string, ...lines: string[]): Promise<void> => {
  await handOver(port, { from: 'anybody@example.jp', to: `${to}@${domain}`, raw: aMail(...lines) });
  clock.advance({ minutes: 10 });
  await app.drain.runDue();
};

const get = async <Body>(path: string): Promise<Body> => (await operator.get(path)).body as Body;

const inquiries = async (): Promise<{ id: string; subject: string }[]> =>
  (await get<{ items: { id: string; subject: string }[] }>('/api/v1/operator/inquiries')).items;

interface Mail {
  readonly id: string;
  readonly sender: string;
}

const contractMails = async (): Promise<Mail[]> =>
  (await get<{ mails: Mail[] }>('/api/v1/operator/contract-inbox')).mails;

describe('letters', () => {
  it.each([
    ['support', 'support', false],
    ['support of a tenant', 'support-', true],
    ['postmaster', 'postmaster', false],
  ])('to %s are inquiries with the instant of our 250', async (_, local, isOwn) => {
    const arrivedAt = clock.now().toISOString();
    await mail(
      `${local}${isOwn ? tenant.slug : ''}`,
      'From: =?UTF-8?B?5bGx55Sw?= <yamada@example.jp>',
      'Reply-To: <desk@example.jp>',
      'Subject: =?ISO-2022-JP?B?GyRCO0VFREJATzobKEI=?=',
      'Content-Type: text/plain; charset=iso-2022-jp',
      '',
      '\x1b$B;EEDB@O:\x1b(B \x1b(I10A\x1b(B',
    );
    const [line] = await inquiries();
    expect(await get(`/api/v1/operator/inquiries/${line?.id ?? ''}`)).toMatchObject({
      box: local.replace(/-$/, ''),
      tenantId: isOwn ? tenant.tenantId : null,
      arrivedAt,
      fromName: '山田',
      fromAddress: 'yamada@example.jp',
      replyTo: 'desk@example.jp',
      subject: '仕田太郎',
      text: expect.stringContaining('仕田太郎 ｱｰﾁ'),
    });
    const asItCame = await operator.get(`/api/v1/operator/inquiries/${line?.id ?? ''}/raw`);
    expect(asItCame.body).toMatch(
      /^Received: from \S+ \(\[127\.0\.0\.1\]\)\r\n\tby mail\.hikyaku\.test with ESMTP id \S+;\r\n\tWed, 01 Apr 2026 .+ \+0900\r\nFrom: /,
    );
  });

  it('are answered where they ask for it, by the desk that reads replies', async () => {
    await mail('support', 'From: no-reply@example.jp', 'Reply-To: desk@example.jp', '', 'How?');
    const [line] = await inquiries();
    await operator.post(`/api/v1/operator/inquiries/${line?.id ?? ''}/answer`, { text: 'So.' });
    await app.drain.runDue();
    const answer = sink.mails.at(-1);
    expect(answer?.to).toBe('desk@example.jp');
    expect(answer?.data).toMatch(/^From: Hikyaku <support@mail\.hikyaku\.test>\r?$/m);
  });

  it('of programs are kept, notes of absence are not', async () => {
    await mail('support', 'From: a@example.jp', 'Precedence: bulk', 'Subject: kept', '', 'x');
    await mail(
      'support',
      'From: a@example.jp',
      'Auto-Submitted: auto-replied',
      'Subject: away',
      '',
    );
    expect((await inquiries())[0]).toMatchObject({ subject: 'kept' });
  });
});

describe('notices under a contract', () => {
  const notice = (from: string, ...lines: string[]): Promise<void> =>
    mail(`notice-${tenant.slug}`, `From: ${from}`, 'Subject: Cancellation', ...lines);
  const contract = (): Promise<{ endDate: string | null }> =>
    get(`/api/v1/operator/tenants/${tenant.tenantId}/contract`);
  const settle = async (verb: string, body?: object): Promise<number> => {
    const id = (await contractMails()).at(-1)?.id ?? '';
    return (await operator.post(`/api/v1/operator/contract-mails/${id}/${verb}`, body)).status;
  };

  it('end nothing by themselves, and show how far the sender can be relied on', async () => {
    dns.txt('stranger.example.jp', 'v=spf1 -all');
    dns.txt('_dmarc.stranger.example.jp', 'v=DMARC1; p=none');
    const arrivedAt = clock.now().toISOString();
    await notice('somebody@stranger.example.jp', '', 'Please end it.');
    expect((await contractMails()).at(-1)).toEqual({
      id: expect.any(String),
      tenantId: tenant.tenantId,
      sender: 'somebody@stranger.example.jp',
      subject: 'Cancellation',
      body: expect.stringContaining('Please end it.'),
      arrivedAt,
      dmarc: 'fail',
      declaredBy: [],
    });
    expect((await contract()).endDate).toBeNull();
  });

  it('are told to operators once, for they may have effect already', async () => {
    await notice('keiri@example.jp', '', 'Please end it.');
    const before = sink.mails.length;
    clock.advance({ minutes: 10 });
    await app.drain.sweep();
    clock.advance({ minutes: 10 });
    await app.drain.sweep();
    const told = sink.mails.slice(before);
    expect(textOf({ raw: told.at(-1)?.data ?? '' })).toContain('Cancellation');
    const recipients = told.map(({ to }) => to);
    expect([...new Set(recipients)]).toEqual(recipients);
  });

  it('to everybody’s address name the tenants that declared the sender', async () => {
    const declared = { tenantId: tenant.tenantId, changes: { email: 'keiri@example.jp' } };
    const plannedDate = jstDate(clock.now());
    await app.get(ChangeDetails).notify({ ...declared, plannedDate, actor: { kind: 'system' } });
    await mail('notice', 'From: KEIRI@example.jp', 'Subject: Bye', '', 'Bye.');
    expect((await contractMails()).at(-1)).toMatchObject({
      tenantId: null,
      declaredBy: [tenant.tenantId],
    });
  });

  it('are kept whatever they hold and whatever wrote them', async () => {
    await notice('keiri@example.jp', 'Precedence: bulk', '', 'It ends\0 here.');
    expect((await contractMails()).at(-1)).toMatchObject({
      body: expect.stringMatching(/^It ends/),
    });
    expect(await settle('filed')).toBe(204);
  });

  it('end the contract from their arrival on, when an operator says so', async () => {
    clock.set('2026-08-31T23:59:00+09:00');
    await notice('keiri@example.jp', '', 'Please end it.');
    clock.set('2026-09-05T09:00:00+09:00');
    operator = await operatorClient(app);
    expect(await settle('termination', { tenantId: tenant.tenantId })).toBe(201);
    expect(await contract()).toMatchObject({ endDate: '2026-09-30' });
  });

  it('change the course from their arrival on', async () => {
    clock.set('2026-10-10T23:59:00+09:00');
    await notice('keiri@example.jp', '', 'A larger one.');
    clock.set('2026-10-20T09:00:00+09:00');
    operator = await operatorClient(app);
    const { courses } = await get<{ courses: { code: string }[] }>('/api/v1/catalogue');
    const wish = { tenantId: tenant.tenantId, desiredMonth: '2026-11' };
    const courseCode = courses.at(-1)?.code ?? null;
    expect([
      await settle('course-change', { ...wish, courseCode: null }),
      await settle('course-change', { ...wish, courseCode }),
    ]).toEqual([422, 201]);
    expect(await contract()).toMatchObject({
      changeRequests: [{ courseCode, fromMonth: '2026-11', state: 'open' }],
    });
  });

  it('that are questions become inquiries, whose promise runs from their arrival', async () => {
    const arrivedAt = clock.now().toISOString();
    await notice('taro@example.jp', '', 'How do I end it?');
    const before = (await contractMails()).length;
    expect([await settle('inquiry'), (await contractMails()).length]).toEqual([204, before - 1]);
    expect((await inquiries())[0]).toMatchObject({
      ...{ arrivedAt, box: 'support', tenantId: tenant.tenantId, subject: 'Cancellation' },
      ...{ fromAddress: 'taro@example.jp', hasLetter: false },
    });
  });
});
