import { AddOperator } from '#lib/accounts';
import { operatorClient, registeredTenant } from '#lib/accounts/testing';
import { aReportOf } from '#lib/bounces/testing';
import { OpenContract } from '#lib/contracts';
import { activeTenant } from '#lib/contracts/testing';
import { DecideHeldMailing, HoldMailing, MailingProgress, ResumeMailing } from '#lib/delivery';
import { aContent, aMailing, progressOf } from '#lib/delivery/testing';
import { MovableClock, jstDate } from '#lib/kernel';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { Database } from '#platform/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { InboundServer } from './index.js';
import { handOver, inboundParts } from './testing.js';

const clock = new MovableClock('2026-04-01T09:00:00+09:00');

let busy = /^busy/;
let sink: SmtpSink;
let app: TestApp;
let port: number;
let operator: Awaited<ReturnType<typeof operatorClient>>;
let tenant: Awaited<ReturnType<typeof activeTenant>>;
let newsletterId: string;

beforeAll(async () => {
  sink = await startSink({
    act: (step, { to }) => {
      if (step !== 'RCPT') return undefined;
      if (to.startsWith('gone')) return '550 5.1.1 User unknown';
      return busy.test(to) ? '451 4.3.2 Come later' : undefined;
    },
  });
  app = await startApp({
    ...inboundParts,
    clock,
    env: { SMTP_URL: sink.url, INBOUND_PORT: '0', MAIL_DOMAIN: 'mail.hikyaku.test' },
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
  busy = /^busy/;
  tenant = await activeTenant(app);
  newsletterId = await aNewsletter(app, tenant.tenantId);
  clock.advance({ hours: 1 });
});

describe('the gate', () => {
  const named = (name: string, count: number): string[] =>
    Array.from({ length: count }, (_, i) => `${name}${i}@example.jp`);

  /** A mailing of which so many are refused, and which some busy mailboxes keep from its end. */
  const judged = async (
    gone: number,
    good: number,
    meanwhile?: (campaignId: string) => Promise<unknown>,
  ): Promise<string> => {
    const addresses = [...named('gone', gone), ...named('reader', good), ...named('busy', 5)];
    await someSubscribers(app, tenant.tenantId, newsletterId, addresses);
    const campaignId = await aMailing(app, tenant.tenantId, aContent(newsletterId));
    await app.drain.runDue();
    await meanwhile?.(campaignId);
    clock.advance({ seconds: 6 });
    await app.drain.runDue();
    return campaignId;
  };

  it('holds a campaign of which a tenth bounces, until an operator lets it go on', async () => {
    const campaignId = await judged(20, 180);
    expect(await progressOf(app, tenant.tenantId, campaignId)).toMatchObject({ status: 'paused' });

    const resume = (): Promise<boolean> =>
      app
        .get(Database)
        .inTenant(tenant.tenantId, (tx) =>
          app.get(ResumeMailing).within(tx, tenant.tenantId, campaignId),
        );
    await expect(resume()).rejects.toMatchObject({ code: 'delivery.mailing-held' });

    const { body } = await operator.get('/api/v1/operator/quality-gates');
    const [gate] = (body as { items: { id: string; campaignId: string }[] }).items;
    expect(gate).toMatchObject({ campaignId, sent: 200, bounced: 20, complained: 0 });
    const decide = (verb: string) =>
      operator.post(`/api/v1/operator/quality-gates/${gate?.id ?? ''}/${verb}`, {
        reason: '一覧を確認しました',
      });
    expect((await decide('release')).body).toMatchObject({ decision: 'released' });
    expect((await decide('abort')).status).toBe(409);
    expect(await resume()).toBe(true);
  });

  it('holds beside a detector: released by the one, the campaign waits for the other', async () => {
    const { tenantId } = tenant;
    const campaignId = await judged(20, 180, (id) =>
      app
        .get(Database)
        .inTenant(tenantId, (tx) =>
          app.get(HoldMailing).within(tx, tenantId, id, 'abuse/same-text'),
        ),
    );
    const { body } = await operator.get('/api/v1/operator/quality-gates');
    const [gate] = (body as { items: { id: string; campaignId: string }[] }).items;
    expect(gate).toMatchObject({ campaignId, sent: 200, bounced: 20 });
    const reason = '一覧を確認しました';
    await operator.post(`/api/v1/operator/quality-gates/${gate?.id ?? ''}/release`, { reason });
    await app.drain.runDue();
    expect(await progressOf(app, tenantId, campaignId)).toMatchObject({ status: 'paused' });
    const { items } = (await tenant.client.get('/api/v1/notices')).body as { items: object[] };
    expect(items).toContainEqual(
      expect.objectContaining({ subject: '不達に関する確認が終わりました（配信は保留中です）' }),
    );
    await app
      .get(Database)
      .inTenant(tenantId, (tx) =>
        app.get(DecideHeldMailing).within(tx, tenantId, campaignId, 'abuse/same-text', 'released'),
      );
    await app.drain.runDue();
    expect(
      await app
        .get(Database)
        .inTenant(tenantId, (tx) => app.get(MailingProgress).heldBy(tx, tenantId, campaignId)),
    ).toEqual([]);
  });

  it('holds it as soon as enough mails have left, though nothing more came back, and once', async () => {
    busy = /^(busy|later)/;
    const later = named('later', 40);
    await someSubscribers(app, tenant.tenantId, newsletterId, later);
    const campaignId = await judged(20, 140);
    expect(await progressOf(app, tenant.tenantId, campaignId)).toMatchObject({
      status: 'running',
      accepted: 140,
      refused: 20,
    });
    busy = /^busy/;
    clock.advance({ hours: 1 });
    await app.drain.runDue();
    await app.drain.sweep();
    clock.advance({ seconds: 6 });
    await app.drain.runDue();
    expect(await progressOf(app, tenant.tenantId, campaignId)).toMatchObject({
      status: 'paused',
      accepted: 180,
      refused: 20,
    });
  });

  it('tells the owners that it is held, and then what was decided and why', async () => {
    const campaignId = await judged(20, 180);
    const inbox = async (): Promise<unknown> =>
      (
        (await tenant.client.get('/api/v1/notices')).body as { items: { subject: string }[] }
      ).items.map(({ subject }) => subject);
    const mails = (): string[] =>
      sink.mails.filter(({ to }) => to === tenant.email).map(({ data }) => data);
    expect(await inbox()).toContain('配信を保留しています');
    expect(mails()).toHaveLength(1);
    const { body } = await operator.get('/api/v1/operator/quality-gates');
    const gates = (body as { items: { id: string; campaignId: string }[] }).items;
    const gate = gates.find((each) => each.campaignId === campaignId);
    expect(gate).toMatchObject({ campaignStatus: 'paused' });
    const path = `/api/v1/operator/quality-gates/${gate?.id ?? ''}/abort`;
    expect(await operator.post(path, { reason: ' \u3000 ' })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'reason', code: 'isNotEmpty' }] },
    });
    for (let i = 0; i < 2; i++)
      expect((await operator.post(path, { reason: '古い名簿のため' })).status).toBe(200);
    await app.drain.runDue();
    expect(await inbox()).toContain('保留していた配信を中止しました');
    expect(mails()).toHaveLength(2);
    const notices = await app.get(Database).asSystem((tx) =>
      tx.query(
        `SELECT body FROM notices WHERE tenant_id = $1 AND kind = 'bounces.held-campaign-decided'
           AND channel = 'portal'`,
        [tenant.tenantId],
      ),
    );
    expect(notices).toEqual([
      {
        body: expect.stringMatching(
          new RegExp(`理由: 古い名簿のため\nhttp://\\S+/console/campaigns/${campaignId}`),
        ),
      },
    ]);
  });

  it('tells those by mail who may decide, once', async () => {
    const posts = { admin: 'decides@example.com', support: 'looks-on@example.com' } as const;
    const password = 'a long enough password';
    for (const role of ['admin', 'support'] as const)
      await app.get(AddOperator).execute({ email: posts[role], name: '運営', role, password });
    const campaignId = await judged(20, 180);
    const arrived = sink.mails.findLast(({ to }) => to === 'reader0@example.jp');
    const raw = aReportOf('failed', '550 5.1.1 User unknown');
    await handOver(port, { to: arrived?.from ?? '', raw });
    await app.drain.runDue();
    clock.advance({ seconds: 6 });
    await app.drain.runDue();
    expect((await tenant.client.get('/api/v1/bounces/summary')).body).toMatchObject({ failed: 21 });
    const told = sink.mails.filter(({ to }) => Object.values<string>(posts).includes(to));
    expect(told.map(({ to }) => to)).toEqual([posts.admin]);
    const notices = await app.get(Database).asSystem((tx) =>
      tx.query(
        `SELECT tenant_id, template, body FROM notices
         WHERE kind = 'bounces.campaign-held' AND to_address = $1`,
        [posts.admin],
      ),
    );
    expect(notices).toEqual([
      {
        tenant_id: null,
        template: 'bounces.campaign-held/1',
        body: expect.stringMatching(
          new RegExp(`配信: ${campaignId}\n配信済み 200 通、不達 20 通、迷惑メール申告 0 通`),
        ),
      },
    ]);
  });

  it.each([
    ['holds at a twentieth', 50, 1, 'paused'],
    ['lets pass what is below a fifth', 200, 3, 'running'],
  ])('of a course %s', async (_, bouncesPerThousand, gone, status) => {
    const code = `GATE${bouncesPerThousand}`;
    const added = await operator.post('/api/v1/operator/courses', {
      code,
      names: { ja: '専用', en: 'Own gate' },
      qualityGate: { afterMails: 20, bouncesPerThousand },
      onSale: true,
    });
    expect(added.status).toBe(204);
    tenant = await registeredTenant(app);
    await app.get(OpenContract).execute({
      tenantId: tenant.tenantId,
      serviceStartDate: jstDate(clock.now()),
      courseCode: code,
    });
    newsletterId = await aNewsletter(app, tenant.tenantId);
    const campaignId = await judged(gone, 20 - gone);
    expect(await progressOf(app, tenant.tenantId, campaignId)).toMatchObject({
      status,
      accepted: 20 - gone,
      refused: gone,
    });
  });
});
