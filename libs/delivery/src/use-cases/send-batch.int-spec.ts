import { activeTenant, suspendTenant } from '#lib/contracts/testing';
import { MovableClock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { RemoveForBounces } from '#lib/subscribers';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Database } from '#platform/database';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import type { SinkAct, SinkMoment, SinkStep, SmtpSink } from '#test/smtp-sink';
import { DeliveryHistory, Problems, ResendUnknown, ReturnPath } from '../index.js';
import { aContent, aMailing, deliveryParts, progressOf } from '../testing.js';

const clock = new MovableClock('2026-04-01T09:00:00+09:00');
let act: (step: SinkStep, moment: SinkMoment) => SinkAct = () => undefined;
let sink: SmtpSink;
let app: TestApp;
let tenantId: TenantId;
let newsletterId: string;

beforeAll(async () => {
  sink = await startSink({ act: (step, moment) => act(step, moment) });
  app = await startApp({ ...deliveryParts, clock, env: { SMTP_URL: sink.url } });
});

afterAll(async () => {
  await app.stop();
  await sink.stop();
});

beforeEach(async () => {
  act = () => undefined;
  sink.mails.length = 0;
  ({ tenantId } = await activeTenant(app));
  newsletterId = await aNewsletter(app, tenantId);
});

const launchTo = async (count: number): Promise<string> => {
  await someSubscribers(app, tenantId, newsletterId, count);
  return aMailing(app, tenantId, aContent(newsletterId));
};

const everyone = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `reader${i + 1}@example.jp`).sort();

const received = (): string[] => sink.mails.map((mail) => mail.to).sort();

/** Runs what is due, then lets half an hour pass, until every row is settled. */
const untilSettled = async (campaignId: string): Promise<void> => {
  for (let round = 0; round < 500; round++) {
    await app.drain.runDue();
    if ((await progressOf(app, tenantId, campaignId)).equationHolds) return;
    clock.advance({ minutes: 30 });
    await app.drain.sweep();
  }
};

/** The first time a recipient gets so far, not after that. */
const firstTimeFor = (
  step: SinkStep,
  what: SinkAct,
  isHit: (to: string) => boolean = () => true,
) => {
  const seen = new Set<string>();
  return (at: SinkStep, { from, to }: SinkMoment): SinkAct => {
    const who = from || to;
    if (at !== step || seen.has(who) || !isHit(to)) return undefined;
    seen.add(who);
    return what;
  };
};

describe('a mailing', () => {
  it('reaches everybody once and closes its account', async () => {
    const campaignId = await launchTo(120);
    await app.drain.runDue();
    expect(received()).toEqual(everyone(120));
    expect(await progressOf(app, tenantId, campaignId)).toEqual({
      status: 'finished',
      candidates: 120,
      queued: 0,
      deferred: 0,
      inFlight: 0,
      accepted: 120,
      refused: 0,
      unknown: 0,
      cancelled: 0,
      excluded: 0,
      equationHolds: true,
      firstMailAt: clock.now(),
      lastMailAt: clock.now(),
      ratePerMinute: 120,
      etaSeconds: null,
      opens: { human: 0, machine: 0 },
      clicks: { human: 0, scanner: 0 },
    });
  });

  it('to nobody is finished at once', async () => {
    const campaignId = await aMailing(app, tenantId, aContent(newsletterId));
    expect(await progressOf(app, tenantId, campaignId)).toMatchObject({
      status: 'finished',
      candidates: 0,
      equationHolds: true,
    });
  });

  it.each<[SinkStep, SinkAct]>([
    ['MAIL', 'cut'],
    ['RCPT', 'cut'],
    ['DATA', 'cut'],
    ['MAIL', '451 4.3.0 later'],
    ['RCPT', '450 4.7.1 greylisted'],
    ['RCPT', '421 4.7.0 closing'],
    ['DATA', '451 4.3.0 later'],
    ['dot', '451 4.3.0 later'],
  ])('gets through after %s was answered with %s once for each', async (step, what) => {
    act = firstTimeFor(step, what);
    const campaignId = await launchTo(30);
    await untilSettled(campaignId);
    expect(received()).toEqual(everyone(30));
    expect(await progressOf(app, tenantId, campaignId)).toMatchObject({ accepted: 30 });
  });

  it.each<[SinkStep, SinkAct]>([
    ['banner', 'cut'],
    ['banner', '421 4.3.2 too busy'],
    ['EHLO', 'cut'],
  ])('waits out a relay that answers its %s with %s, and counts no try', async (step, what) => {
    sink.hangUp();
    act = (at) => (at === step ? what : undefined);
    const campaignId = await launchTo(30);
    await app.drain.runDue();
    clock.advance({ minutes: 5 });
    await app.drain.sweep();
    expect(await progressOf(app, tenantId, campaignId)).toMatchObject({ queued: 30, deferred: 0 });
    act = () => undefined;
    await untilSettled(campaignId);
    expect(received()).toEqual(everyone(30));
    const tries = await app
      .get(Database)
      .inTenant(tenantId, (tx) => tx.query('SELECT DISTINCT tries FROM deliveries'));
    expect(tries).toEqual([{ tries: 1 }]);
  });

  it('tries each mail again under the same names', async () => {
    act = firstTimeFor('dot', '451 4.3.0 later');
    const before = sink.commands.length;
    await untilSettled(await launchTo(5));
    const senders = sink.commands
      .slice(before)
      .filter((line) => line.startsWith('MAIL'))
      .map((line) => /<(.*?)>/.exec(line)?.[1]);
    expect([senders.length, new Set(senders).size]).toEqual([10, 5]);
  });

  it('holds what the relay took without saying so, and sends it again only when told to', async () => {
    act = firstTimeFor('dot', 'cut', (to) => to.startsWith('reader1@'));
    const campaignId = await launchTo(30);
    await untilSettled(campaignId);
    expect(received()).toEqual(everyone(30));
    expect(await progressOf(app, tenantId, campaignId)).toMatchObject({
      status: 'finished',
      accepted: 29,
      unknown: 1,
      equationHolds: true,
    });
    const again = await app
      .get(Database)
      .inTenant(tenantId, (tx) => app.get(ResendUnknown).within(tx, tenantId, campaignId));
    await untilSettled(campaignId);
    const twice = sink.mails.filter((mail) => mail.to === 'reader1@example.jp');
    expect([again, twice.length]).toEqual([1, 2]);
    expect(new Set(twice.map((mail) => /^Message-ID: .*$/m.exec(mail.data)?.[0])).size).toBe(1);
    expect(await progressOf(app, tenantId, campaignId)).toMatchObject({
      status: 'finished',
      accepted: 30,
      unknown: 0,
    });
  });

  it('remembers why a mail was refused, without the address', async () => {
    act = (at, { to }) =>
      at === 'RCPT' && /^reader\d@/.test(to) ? `550 5.1.1 <${to}>: User unknown` : undefined;
    const campaignId = await launchTo(15);
    await untilSettled(campaignId);
    expect(await progressOf(app, tenantId, campaignId)).toMatchObject({ accepted: 6, refused: 9 });
    const problems = await app
      .get(Database)
      .inTenant(tenantId, (tx) => app.get(Problems).read(tx, tenantId, campaignId));
    expect(problems).toEqual([
      {
        state: 'refused',
        replyCode: 550,
        smtpStatus: '5.1.1',
        reason: 'recipient',
        domain: null,
        count: 9,
        example: '5.1.1 <…>: User unknown',
      },
    ]);
  });

  it('remembers no name of a recipient either, where a relay writes the part before the @ alone', async () => {
    act = (at, { to }) =>
      at === 'RCPT' && to !== 'reader1@example.jp'
        ? `550 5.1.1 <${to.split('@')[0] ?? ''}>: mx.example.jp knows no ${to.split('@')[0] ?? ''}`
        : undefined;
    const campaignId = await launchTo(15);
    await untilSettled(campaignId);
    const problems = await app
      .get(Database)
      .inTenant(tenantId, (tx) => app.get(Problems).read(tx, tenantId, campaignId));
    expect(problems).toMatchObject([
      { domain: 'example.jp', count: 14, example: '5.1.1 <…>: … knows no …' },
    ]);
  });

  it('gives a mail up after five days of trying', async () => {
    act = (at, { to }) =>
      at === 'RCPT' && to.startsWith('reader1@') ? '450 4.2.0 later' : undefined;
    const campaignId = await launchTo(2);
    await untilSettled(campaignId);
    expect(await progressOf(app, tenantId, campaignId)).toMatchObject({ accepted: 1, refused: 1 });
    const ref = await app.get(ReturnPath).read(sink.mails[0]?.from ?? '');
    expect(ref).toMatchObject({ tenantId, campaignId });
    const [gone] = await app
      .get(Database)
      .inTenant(tenantId, (tx) =>
        tx.query<{ id: string }>(
          `SELECT subscriber_id AS id FROM deliveries WHERE state = 'refused'`,
        ),
      );
    const history = await app
      .get(Database)
      .inTenant(tenantId, (tx) => app.get(DeliveryHistory).of(tx, tenantId, gone?.id ?? '', 5));
    expect(history).toMatchObject([
      { campaignId, state: 'refused', smtpStatus: '4.2.0', replyCode: 450, reason: 'expired' },
    ]);
  });

  it('leaves out who left after the launch', async () => {
    const campaignId = await launchTo(10);
    await app.get(Database).inTenant(tenantId, async (tx) => {
      const rows = await tx.query<{ id: string }>(
        `SELECT subscriber_id AS id FROM deliveries ORDER BY delivery_no LIMIT 3`,
      );
      for (const { id } of rows)
        await app.get(RemoveForBounces).within(tx, { tenantId, subscriberId: id });
    });
    await untilSettled(campaignId);
    expect(sink.mails.length).toBe(7);
    expect(await progressOf(app, tenantId, campaignId)).toMatchObject({
      status: 'finished',
      accepted: 7,
      excluded: 3,
      equationHolds: true,
    });
  });

  it('sends nothing while the contract does not allow it', async () => {
    const campaignId = await launchTo(10);
    await suspendTenant(app, tenantId);
    await app.drain.runDue();
    clock.advance({ hours: 1 });
    await app.drain.sweep();
    expect(received()).toEqual([]);
    expect(await progressOf(app, tenantId, campaignId)).toMatchObject({ queued: 10 });
  });
});
