import { contractsParts } from '#lib/contracts/testing';
import { activeTenant } from '#lib/contracts/testing';
import { MovableClock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import type { SinkAct, SinkMoment, SinkStep, SmtpSink } from '#test/smtp-sink';
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

const subscribers = (count: number): Promise<void> =>
  someSubscribers(app, tenantId, newsletterId, count);

const launch = async (): Promise<string> => aMailing(app, tenantId, aContent(newsletterId));

/** Lets time pass until nothing waits any more, as the sweep and the queue would. */
const untilSettled = async (campaignId: string): Promise<void> => {
  for (let round = 0; round < 100; round++) {
    await app.drain.runDue();
    if ((await progressOf(app, tenantId, campaignId)).equationHolds) return;
    clock.advance({ minutes: 30 });
    await app.drain.sweep();
  }
};

describe('a mailing', () => {
  it('reaches everybody once and closes its account', async () => {
    await subscribers(120);
    const campaignId = await launch();
    await app.drain.runDue();
    expect(sink.mails.map((m) => m.to).sort()).toEqual(
      Array.from({ length: 120 }, (_, i) => `reader${i + 1}@example.jp`).sort(),
    );
    expect(await progressOf(app, tenantId, campaignId)).toMatchObject({
      status: 'finished',
      candidates: 120,
      accepted: 120,
      queued: 0,
      inFlight: 0,
      equationHolds: true,
    });
  });
});

void contractsParts;
