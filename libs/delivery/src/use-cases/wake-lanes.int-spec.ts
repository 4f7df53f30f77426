import { activeTenant } from '#lib/contracts/testing';
import { MovableClock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Database } from '#platform/database';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import type { AfterCrash } from '../domain/mailing-content.js';
import { Lanes } from '../store/lanes.js';
import type { LaneTurn } from '../store/lanes.js';
import { aContent, aMailing, deliveryParts, progressOf } from '../testing.js';
import { MarkAttempt } from './mark-attempt.js';
import type { Attempt } from './mark-attempt.js';
import { PauseMailing } from './pause-mailing.js';
import { ResumeMailing } from './resume-mailing.js';
import { SendAttempt } from './send-attempt.js';
import { SettleAttempt } from './settle-attempt.js';
import { StopMailing } from './stop-mailing.js';

const clock = new MovableClock('2026-04-01T09:00:00+09:00');
let sink: SmtpSink;
let app: TestApp;
let tenantId: TenantId;
let newsletterId: string;

beforeAll(async () => {
  sink = await startSink();
  app = await startApp({ ...deliveryParts, clock, env: { SMTP_URL: sink.url } });
});

afterAll(async () => {
  await app.stop();
  await sink.stop();
});

beforeEach(async () => {
  sink.mails.length = 0;
  ({ tenantId } = await activeTenant(app));
  newsletterId = await aNewsletter(app, tenantId);
  await someSubscribers(app, tenantId, newsletterId, 60);
});

const launch = (afterCrash: AfterCrash): Promise<string> =>
  aMailing(app, tenantId, aContent(newsletterId), { afterCrash });

/** A worker that gets as far as marking its mails. */
const worker = async (campaignId: string): Promise<{ turn: LaneTurn; attempt: Attempt }> => {
  const turn = await app
    .get(Database)
    .inTenant(tenantId, (tx) =>
      app.get(Lanes).take(tx, tenantId, { campaignId, lane: 0, round: 0 }),
    );
  const attempt = turn && (await app.get(MarkAttempt).execute(tenantId, turn));
  if (!attempt || typeof attempt === 'string') throw new Error('the worker got no mails');
  return { turn, attempt };
};

const sweepLater = async (): Promise<void> => {
  clock.advance({ minutes: 2 });
  await app.drain.sweep();
};

const goOnWith = async ({ turn, attempt }: { turn: LaneTurn; attempt: Attempt }): Promise<void> => {
  const flight = app.get(SendAttempt).execute(tenantId, turn, attempt);
  await flight.all();
  const settling = { sent: flight.landed };
  await app.get(SettleAttempt).execute(tenantId, turn, attempt.attemptId, settling);
};

const twice = (): number => sink.mails.length - new Set(sink.mails.map((mail) => mail.to)).size;

describe('a dead worker', () => {
  it('leaves mails of unknown fate; the rest goes out once', async () => {
    const campaignId = await launch('hold');
    await worker(campaignId);
    expect(await progressOf(app, tenantId, campaignId)).toMatchObject({ inFlight: 20, queued: 40 });
    await sweepLater();
    expect(await progressOf(app, tenantId, campaignId)).toMatchObject({
      status: 'finished',
      accepted: 40,
      unknown: 20,
      equationHolds: true,
    });
    expect([sink.mails.length, twice()]).toEqual([40, 0]);
  });

  it('has its mails sent again where the tenant wants that', async () => {
    const campaignId = await launch('retry');
    await worker(campaignId);
    await sweepLater();
    expect(await progressOf(app, tenantId, campaignId)).toMatchObject({
      status: 'finished',
      accepted: 60,
      unknown: 0,
    });
    expect([sink.mails.length, twice()]).toEqual([60, 0]);
  });

  it('cannot keep a stopped mailing from closing its account', async () => {
    const campaignId = await launch('retry');
    await worker(campaignId);
    const answer = await app
      .get(Database)
      .inTenant(tenantId, (tx) => app.get(StopMailing).within(tx, tenantId, campaignId));
    expect(answer).toEqual({ left: 0, inFlight: 20, cancelled: 40 });
    await sweepLater();
    expect(await progressOf(app, tenantId, campaignId)).toMatchObject({
      status: 'stopped',
      unknown: 20,
      cancelled: 40,
      equationHolds: true,
    });
    expect(sink.mails).toEqual([]);
  });

  it('that fell just before closing the account is replaced by the sweep', async () => {
    const campaignId = await launch('hold');
    await app.drain.runDue();
    await app.get(Database).inTenant(tenantId, async (tx) => {
      await tx.execute(`UPDATE mailings SET status = 'running', equation = NULL`);
      await tx.execute(`UPDATE mailing_lanes SET wake_at = app_now()`);
    });
    await sweepLater();
    expect(await progressOf(app, tenantId, campaignId)).toMatchObject({ status: 'finished' });
    const awake = await app
      .get(Database)
      .inTenant(tenantId, (tx) => tx.query('SELECT FROM mailing_lanes WHERE wake_at IS NOT NULL'));
    expect(awake).toEqual([]);
  });

  it('whose queue is lost is replaced by the sweep', async () => {
    const campaignId = await launch('hold');
    await app.get(Database).asSystem((tx) => tx.execute('DELETE FROM outbox'));
    await sweepLater();
    expect(await progressOf(app, tenantId, campaignId)).toMatchObject({ accepted: 60 });
  });
});

describe('a living worker', () => {
  it('keeps its mails through a pause and a resume', async () => {
    const campaignId = await launch('hold');
    const living = await worker(campaignId);
    await app.get(Database).inTenant(tenantId, async (tx) => {
      await app.get(PauseMailing).within(tx, tenantId, campaignId);
      await app.get(ResumeMailing).within(tx, tenantId, campaignId);
    });
    clock.advance({ seconds: 10 });
    await app.drain.sweep();
    expect(await progressOf(app, tenantId, campaignId)).toMatchObject({ inFlight: 20, unknown: 0 });
    await goOnWith(living);
    await sweepLater();
    expect(await progressOf(app, tenantId, campaignId)).toMatchObject({
      status: 'finished',
      accepted: 60,
    });
    expect(twice()).toBe(0);
  });
});

describe('a worker that was only frozen', () => {
  it('settles what it sent after all', async () => {
    const campaignId = await launch('hold');
    const frozen = await worker(campaignId);
    await sweepLater();
    await goOnWith(frozen);
    expect(await progressOf(app, tenantId, campaignId)).toMatchObject({ accepted: 60, unknown: 0 });
    const [stored] = await app
      .get(Database)
      .inTenant(tenantId, (tx) => tx.query('SELECT equation FROM mailings'));
    expect(stored).toMatchObject({ equation: { accepted: 60, unknown: 0, holds: true } });
    expect([sink.mails.length, twice()]).toEqual([60, 0]);
  });

  it('begins no mail once its lease is over', async () => {
    const campaignId = await launch('retry');
    const frozen = await worker(campaignId);
    await sweepLater();
    frozen.attempt.lease.renew(performance.now() - 60_000);
    await goOnWith(frozen);
    expect(await progressOf(app, tenantId, campaignId)).toMatchObject({ accepted: 60 });
    expect([sink.mails.length, twice()]).toEqual([60, 0]);
  });

  it('finds its lane taken', async () => {
    const campaignId = await launch('hold');
    const { turn } = await worker(campaignId);
    await sweepLater();
    expect(await app.get(MarkAttempt).execute(tenantId, turn)).toBe('over');
  });
});
