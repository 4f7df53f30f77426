import { ReturnPath } from '#lib/delivery';
import { MovableClock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { activeTenant } from '#lib/contracts/testing';
import {
  ActiveCount,
  MaskedAddresses,
  SubscriberLinks,
  UnsubscribeByToken,
} from '#lib/subscribers';
import { someSubscribers } from '#lib/subscribers/testing';
import { Database } from '#platform/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import type { SinkAct, SmtpSink } from '#test/smtp-sink';
import { ReceiveReport } from './index.js';
import { aReportOf, bounceScene, bouncesParts } from './testing.js';
import type { BounceScene } from './testing.js';

const clock = new MovableClock('2026-04-01T09:00:00+09:00');
const unknown = '550 5.1.1 User unknown';

let refuse: (to: string) => SinkAct = () => undefined;
let sink: SmtpSink;
let app: TestApp;
let scene: BounceScene;

beforeAll(async () => {
  sink = await startSink({
    act: (step, { to }) => (step === 'RCPT' ? refuse(to) : undefined),
  });
  app = await startApp({ ...bouncesParts, clock, env: { SMTP_URL: sink.url } });
});

afterAll(async () => {
  await app.stop();
  await sink.stop();
});

beforeEach(async () => {
  refuse = () => undefined;
  scene = await bounceScene({ app, clock, sink });
});

const activeCount = (tenantId: TenantId): Promise<number> =>
  app.get(Database).inTenant(tenantId, (tx) => app.get(ActiveCount).at(tx, tenantId, clock.now()));

const removals = async (of = scene.tenant): Promise<unknown> =>
  (await of.client.get('/api/v1/bounces/removals')).body;

describe('three campaigns that come back', () => {
  it('remove the address, lower the count, leave a masked line, and the fourth campaign leaves the person out', async () => {
    const other = await activeTenant(app);
    const firstAt = clock.now();
    await scene.bouncedCampaign();
    await scene.bouncedCampaign('552 5.2.2 Mailbox full');
    expect(await activeCount(scene.tenant.tenantId)).toBe(2);
    const paths = await scene.sendCampaign();
    const removedAt = clock.now();
    await scene.report(paths.get('taro@example.jp'), aReportOf('failed', unknown));

    expect(await activeCount(scene.tenant.tenantId)).toBe(1);
    expect(await removals()).toEqual({
      items: [
        {
          id: expect.any(String),
          removedAt: removedAt.toISOString(),
          maskedLine: 't***',
          reason: 'unknown-recipient',
        },
      ],
      nextCursor: null,
    });
    expect([...(await scene.sendCampaign()).keys()]).toEqual(['hanako@example.jp']);

    const { body } = await scene.tenant.client.get('/api/v1/bounces/summary');
    expect(body).toEqual({
      from: new Date(removedAt.getTime() + 1 - 30 * 86_400_000).toISOString(),
      to: new Date(removedAt.getTime() + 1).toISOString(),
      failed: 3,
      delayed: 0,
      complained: 0,
      sent: 7,
      bounceRate: 3 / 7,
      complaintRate: 0,
      removed: 1,
      byReason: [
        { reason: 'unknown-recipient', blame: 'recipient', failed: 2 },
        { reason: 'mailbox-full', blame: 'recipient', failed: 1 },
      ],
      byDay: [0, 1, 2].map((day) => ({
        day: new Date(firstAt.getTime() + day * 86_400_000 + 9 * 3_600_000)
          .toISOString()
          .slice(0, 10),
        failed: 1,
      })),
      byDomain: [{ domain: null, failed: 3 }],
      byCampaign: [1, 2, 3].map(() => expect.objectContaining({ failed: 1, sent: 2 })),
    });
    expect(await removals(other)).toEqual({ items: [], nextCursor: null });
  });

  it('remove it also when the relay refuses the recipient at once', async () => {
    refuse = (to) => (to === 'taro@example.jp' ? `550 5.1.1 User unknown` : undefined);
    for (let i = 0; i < 3; i++) {
      await scene.sendCampaign();
      clock.advance({ hours: 24 });
    }
    expect(await removals()).toMatchObject({ items: [{ maskedLine: 't***' }] });
  });

  it('leave nothing of the address', async () => {
    for (let i = 0; i < 3; i++) await scene.bouncedCampaign();
    const { items } = (await removals()) as { items: { id: string }[] };
    const [row] = await app
      .get(Database)
      .asSystem((tx) =>
        tx.query<{ id: string }>('SELECT subscriber_id AS id FROM bounce_removals WHERE id = $1', [
          items[0]?.id,
        ]),
      );
    const lines = await app
      .get(Database)
      .inTenant(scene.tenant.tenantId, (tx) =>
        app.get(MaskedAddresses).read(tx, scene.tenant.tenantId, [row?.id ?? '']),
      );
    expect(lines).toEqual(new Map());
    const trail = await app
      .get(Database)
      .asSystem((tx) =>
        tx.query(`SELECT action, details FROM audit_trail WHERE subject_id = $1`, [row?.id]),
      );
    expect(trail).toEqual([
      {
        action: 'subscriber.removed',
        details: { cause: 'THREE_BOUNCES', reason: 'unknown-recipient' },
      },
    ]);
  });
});

describe('what does not remove', () => {
  it('two failures, then a farewell and a new confirmed sign-up', async () => {
    await scene.bouncedCampaign();
    await scene.bouncedCampaign();
    const [taro] = await app
      .get(Database)
      .asSystem((tx) =>
        tx.query<{ id: string }>(
          `SELECT subscriber_id AS id FROM bounce_reports WHERE tenant_id = $1`,
          [scene.tenant.tenantId],
        ),
      );
    const { oneClick } = app.get(SubscriberLinks).of({
      tenantId: scene.tenant.tenantId,
      subscriberId: taro?.id ?? '',
      campaignId: null,
    });
    const token = new URL(oneClick).pathname.split('/').at(-1) ?? '';
    await app.get(UnsubscribeByToken).execute({ token, method: 'one-click' });
    clock.advance({ hours: 1 });
    await someSubscribers(app, scene.tenant.tenantId, scene.newsletterId, ['taro@example.jp']);
    await app.drain.runDue();
    clock.advance({ hours: 1 });
    await scene.bouncedCampaign();
    await scene.bouncedCampaign();
    expect(await removals()).toEqual({ items: [], nextCursor: null });
    await scene.bouncedCampaign();
    expect(await removals()).toMatchObject({ items: [{ maskedLine: 't***' }] });
  });

  it('two failures at one tenant and one at another', async () => {
    const first = scene.tenant;
    await scene.bouncedCampaign();
    await scene.bouncedCampaign();
    scene = await bounceScene({ app, clock, sink }, ['taro@example.jp']);
    await scene.bouncedCampaign();
    const none = { items: [], nextCursor: null };
    expect([await removals(first), await removals(scene.tenant)]).toEqual([none, none]);
  });

  it('the same report three times, late ones among them', async () => {
    const paths = await scene.sendCampaign();
    const raw = aReportOf('failed', unknown);
    for (let i = 0; i < 3; i++) await scene.report(paths.get('taro@example.jp'), raw);
    await scene.bouncedCampaign();
    await scene.report(paths.get('taro@example.jp'), raw);
    expect(await removals()).toEqual({ items: [], nextCursor: null });
  });

  it('refusals for the sender’s sake, at once or by report', async () => {
    for (let i = 0; i < 3; i++) await scene.bouncedCampaign('550 5.7.1 Rejected by policy');
    refuse = () => '550 5.7.26 Unauthenticated mail';
    for (let i = 0; i < 3; i++) {
      await scene.sendCampaign();
      clock.advance({ hours: 24 });
    }
    expect(await removals()).toEqual({ items: [], nextCursor: null });
    const { body } = await scene.tenant.client.get('/api/v1/bounces/summary');
    expect(body).toMatchObject({
      byReason: expect.arrayContaining([
        { reason: 'authentication', blame: 'sender', failed: 6 },
        { reason: 'policy', blame: 'sender', failed: 3 },
      ]),
    });
  });

  it('reports of delay, automatic answers, and reports about nobody', async () => {
    for (let i = 0; i < 3; i++) {
      const taro = (await scene.sendCampaign()).get('taro@example.jp');
      await scene.report(taro, aReportOf('delayed', '451 4.4.1 No answer'));
      await scene.report(undefined, aReportOf('failed', unknown));
      clock.advance({ hours: 24 });
    }
    expect(await removals()).toEqual({ items: [], nextCursor: null });
  });
});

describe('the order of sending', () => {
  it('waits for an unsettled mail between failures, and counts anew when it proves to be accepted', async () => {
    await scene.bouncedCampaign();
    await scene.bouncedCampaign();
    await scene.sendCampaign();
    clock.advance({ hours: 24 });
    await scene.bouncedCampaign();
    clock.advance({ days: 4 });
    await app.drain.runDue();
    expect(await removals()).toEqual({ items: [], nextCursor: null });
  });

  it('waits for an unsettled mail between failures, and removes when its report comes', async () => {
    await scene.bouncedCampaign();
    const paths = await scene.sendCampaign();
    clock.advance({ hours: 24 });
    await scene.bouncedCampaign();
    expect(await removals()).toEqual({ items: [], nextCursor: null });
    await scene.report(paths.get('taro@example.jp'), aReportOf('failed', unknown));
    expect(await removals()).toMatchObject({ items: [{ maskedLine: 't***' }] });
  });

  it('looks past a policy refusal, but not past a retry that expired', async () => {
    await scene.bouncedCampaign();
    await scene.bouncedCampaign('550 5.7.1 Blocked');
    await scene.bouncedCampaign('421 4.4.7 Delivery time expired');
    await scene.bouncedCampaign();
    expect(await removals()).toMatchObject({ items: [{ maskedLine: 't***' }] });
  });
});

describe('a lost queue', () => {
  it('delays a removal until the sweep has noticed', async () => {
    await scene.bouncedCampaign();
    await scene.bouncedCampaign();
    const taro = (await scene.sendCampaign()).get('taro@example.jp');
    const ref = await app.get(ReturnPath).read(taro ?? '');
    const raw = aReportOf('failed', unknown);
    await app.get(ReceiveReport).execute({ raw, ref, arrivedAt: clock.now() });
    await app.get(Database).asSystem((tx) => tx.execute('DELETE FROM outbox'));
    clock.advance({ minutes: 2 });
    await app.drain.sweep();
    expect(await removals()).toMatchObject({ items: [{ maskedLine: 't***' }] });
  });
});
