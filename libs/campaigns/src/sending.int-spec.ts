import type { TestAnswer, TestClient } from '#lib/accounts/testing';
import { activeTenant, resumeTenant, suspendTenant } from '#lib/contracts/testing';
import { MovableClock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { Database } from '#platform/database';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { eventually } from '#test/eventually';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aDraft, campaignsParts } from './testing.js';

const readers = 12;
const clock = new MovableClock('2026-04-01T09:00:00+09:00');

let sink: SmtpSink;
let gate: Promise<void> | undefined;
let app: TestApp;
let tenantId: TenantId;
let client: TestClient;
let newsletterId: string;
let id: string;

beforeAll(async () => {
  sink = await startSink({ beforeDot: () => gate ?? Promise.resolve() });
  app = await startApp({
    ...campaignsParts,
    clock,
    env: { SMTP_URL: sink.url, SMTP_CONNECTIONS: '4' },
  });
});

afterAll(async () => {
  await app.stop();
  await sink.stop();
});

beforeEach(async () => {
  ({ tenantId, client } = await activeTenant(app));
  newsletterId = await aNewsletter(app, tenantId);
  await someSubscribers(app, tenantId, newsletterId, readers);
  id = await aDraft(client, newsletterId);
  await app.drain.runDue();
  sink.mails.length = 0;
  sink.commands.length = 0;
});

const path = (verb: string): string => `/api/v1/campaigns/${id}/${verb}`;
const post = (verb: string, body: object = {}): Promise<TestAnswer> =>
  client.post(path(verb), body);
const hoursAhead = (hours: number): { at: string } => ({
  at: new Date(clock.now().getTime() + hours * 3_600_000).toISOString(),
});
const status = async (): Promise<string> =>
  (await client.get(`/api/v1/campaigns/${id}`)).body.status as string;
const history = async (): Promise<string[]> =>
  ((await client.get(path('history'))).body.items as { event: string; actorKind: string }[]).map(
    ({ event, actorKind }) => `${event} by ${actorKind}`,
  );

/** Holds back the relay's answers until let go. */
const holdRelay = (): (() => void) => {
  let letGo = (): void => undefined;
  gate = new Promise((resolve) => {
    letGo = () => {
      gate = undefined;
      resolve();
    };
  });
  return letGo;
};

describe('scheduling', () => {
  it('sends at its time, once to each reader, and ends by the equation', async () => {
    const scheduled = await post('schedule', { at: '2099-01-01T00:00Z' });
    expect([scheduled.status, scheduled.body.code]).toEqual([422, 'campaign.time-too-far']);
    const { body } = await post('schedule', hoursAhead(2));
    expect([body.status, body.contentVersion, body.scheduledAtJst]).toEqual([
      'scheduled',
      1,
      expect.stringMatching(/^2026-\d\d-\d\dT\d\d:\d\d\+09:00$/),
    ]);
    clock.advance({ hours: 2, milliseconds: -1 });
    await app.drain.runDue();
    expect([await status(), sink.mails.length]).toEqual(['scheduled', 0]);
    clock.advance({ milliseconds: 1 });
    await app.drain.runDue();
    expect(new Set(sink.mails.map(({ to }) => to)).size).toBe(readers);
    expect(sink.mails.length).toBe(readers);
    const { body: sent } = await client.get(`/api/v1/campaigns/${id}`);
    expect(sent).toMatchObject({
      status: 'sent',
      progress: { status: 'finished', candidates: readers, accepted: readers, equationHolds: true },
    });
    expect(await history()).toEqual([
      'scheduled by member',
      'launched by system',
      'finished by system',
    ]);
  });

  it('refuses a time that has passed', async () => {
    const { status: code, body } = await post('schedule', hoursAhead(-1));
    expect([code, body.code, body.field]).toEqual([422, 'campaign.time-past', 'at']);
  });

  it('leaves at the new time only', async () => {
    await post('schedule', hoursAhead(1));
    await post('reschedule', hoursAhead(3));
    clock.advance({ hours: 2 });
    await app.drain.runDue();
    expect([await status(), sink.mails.length]).toEqual(['scheduled', 0]);
    clock.advance({ hours: 1 });
    await app.drain.runDue();
    expect([await status(), sink.mails.length]).toEqual(['sent', readers]);
  });

  it('sends what was frozen; an edit needs a draft again', async () => {
    await post('schedule', hoursAhead(1));
    const edit = await client.patch(
      `/api/v1/campaigns/${id}`,
      { text: '変えた' },
      { 'If-Match': '"v2"' },
    );
    expect([edit.status, edit.body.code]).toEqual([409, 'campaign.not-draft']);
    const draft = await post('unschedule');
    await client.patch(
      `/api/v1/campaigns/${id}`,
      { subject: 'second' },
      { 'If-Match': draft.headers.get('etag') ?? '' },
    );
    const again = await post('schedule', hoursAhead(2));
    expect(again.body.contentVersion).toBe(2);
    clock.advance({ hours: 2 });
    await app.drain.runDue();
    expect(sink.mails.filter(({ data }) => data.includes('Subject: second')).length).toBe(readers);
    expect(sink.mails.length).toBe(readers);
  });

  it('launches by the sweep when the queue forgot', async () => {
    await post('schedule', hoursAhead(1));
    clock.advance({ hours: 1 });
    await app.get(Database).asSystem((tx) => tx.execute(`DELETE FROM outbox WHERE kind = 'job'`));
    await app.drain.sweep();
    expect([await status(), sink.mails.length]).toEqual(['sent', readers]);
  });
});

describe('stopping', () => {
  it('cancels before the launch: nothing leaves, and the answer says so each time', async () => {
    await post('schedule', hoursAhead(1));
    const answers = [await post('cancel'), await post('cancel')];
    clock.advance({ hours: 1 });
    await app.drain.sweep();
    const receipt = { status: 'cancelled', left: 0, inFlight: 0, cancelled: 0 };
    expect(answers.map(({ body }) => body as unknown)).toEqual([receipt, receipt]);
    expect([await status(), sink.mails.length]).toEqual(['cancelled', 0]);
  });

  it.each(['cancel', 'abort'])(
    'stops by %s while sending; the shown numbers are the relay’s',
    async (verb) => {
      const letGo = holdRelay();
      await post('send-now');
      const running = app.drain.runDue();
      await eventually(() => {
        expect(sink.commands.filter((line) => line === 'DATA').length).toBeGreaterThan(0);
      });
      const first = await post(verb);
      letGo();
      await running;
      await app.drain.runDue();
      const again = await post(verb);
      expect(again.body).toEqual(first.body);
      const { left, inFlight, cancelled, status: now } = first.body as Record<string, number>;
      expect(now).toBe('aborted');
      expect([left, (inFlight ?? 0) > 0, (inFlight ?? 0) <= 4]).toEqual([0, true, true]);
      expect((inFlight ?? 0) + (cancelled ?? 0)).toBe(readers);
      expect(sink.mails.length).toBe(inFlight);
      const { body } = await client.get(`/api/v1/campaigns/${id}`);
      expect(body).toMatchObject({
        status: 'aborted',
        progress: { accepted: inFlight, cancelled, equationHolds: true },
      });
    },
  );

  it('pauses and goes on where it stopped', async () => {
    const letGo = holdRelay();
    await post('send-now');
    const running = app.drain.runDue();
    await eventually(() => {
      expect(sink.commands.filter((line) => line === 'DATA').length).toBeGreaterThan(0);
    });
    const paused = [await post('pause'), await post('pause')];
    letGo();
    await running;
    await app.drain.runDue();
    const left = sink.mails.length;
    expect(paused.map(({ body }) => body.status as string)).toEqual(['paused', 'paused']);
    expect(left).toBeLessThanOrEqual(4);
    const resumed = [await post('resume'), await post('resume')];
    await app.drain.runDue();
    expect(resumed.map(({ body }) => body.status as string)).toEqual(['sending', 'sending']);
    expect([
      await status(),
      sink.mails.length,
      new Set(sink.mails.map(({ to }) => to)).size,
    ]).toEqual(['sent', readers, readers]);
    expect((await post('abort')).body).toMatchObject({
      code: 'campaign.state-changed',
      params: { status: 'sent' },
    });
  });

  it('sends once when send-now is pressed twice', async () => {
    const answers = await Promise.all([post('send-now'), post('send-now')]);
    await app.drain.runDue();
    const late = await post('send-now');
    expect([...answers, late].map(({ status: code }) => code)).toEqual([200, 200, 200]);
    expect(sink.mails.length).toBe(readers);
    expect(await history()).toEqual(['launched by member', 'finished by system']);
  });
});

describe('a sender’s domain that is no longer proved', () => {
  it('holds a campaign at its time, and lets it go once it is', async () => {
    await post('schedule', hoursAhead(1));
    // From now on only proved domains of its own may stand in From.
    const { body } = await client.post('/api/v1/settings/domains', { domain: 'other.example.jp' });
    clock.advance({ hours: 1 });
    await app.drain.runDue();
    expect([await status(), sink.mails.length]).toEqual(['held', 0]);
    await client.delete(`/api/v1/settings/domains/${body.id as string}`);
    clock.advance({ minutes: 5 });
    await app.drain.sweep();
    await app.drain.runDue();
    expect([await status(), sink.mails.length]).toEqual(['sent', readers]);
  });
});

describe('a sleeping contract', () => {
  const suspend = (): Promise<void> => suspendTenant(app, tenantId);
  const resume = (): Promise<void> => resumeTenant(app, tenantId);

  it('holds a campaign at its time and sends it when the contract wakes within a day', async () => {
    await post('schedule', hoursAhead(1));
    await suspend();
    clock.advance({ hours: 1 });
    await app.drain.runDue();
    expect([await status(), sink.mails.length]).toEqual(['held', 0]);
    clock.advance({ hours: 24 });
    await app.drain.sweep();
    expect(await status()).toBe('held');
    await resume();
    await app.drain.runDue();
    expect([await status(), sink.mails.length]).toEqual(['sent', readers]);
  });

  it('misses a campaign that is more than a day late', async () => {
    await post('schedule', hoursAhead(1));
    await suspend();
    clock.advance({ hours: 1 });
    await app.drain.runDue();
    clock.advance({ hours: 24, milliseconds: 1 });
    await app.drain.sweep();
    await resume();
    await app.drain.runDue();
    expect([await status(), sink.mails.length]).toEqual(['missed', 0]);
    expect(await history()).toEqual(['scheduled by member', 'held by system', 'missed by system']);
  });

  it('schedules nothing meanwhile, and sends no tests', async () => {
    await suspend();
    const answers = [await post('schedule', hoursAhead(1)), await post('test-sends')];
    const refused = [403, 'campaign.contract-inactive'];
    expect(answers.map(({ status: code, body }) => [code, body.code])).toEqual([refused, refused]);
    expect(sink.mails).toEqual([]);
  });

  it('pauses what is sending, and only a member lets it go on', async () => {
    await post('send-now');
    await suspend();
    await app.drain.runDue();
    expect([await status(), sink.mails.length]).toEqual(['paused', 0]);
    const early = await post('resume');
    expect([early.status, early.body.code]).toEqual([403, 'campaign.contract-inactive']);
    await resume();
    await app.drain.runDue();
    expect([await status(), sink.mails.length]).toEqual(['paused', 0]);
    await post('resume');
    await app.drain.runDue();
    expect([await status(), sink.mails.length]).toEqual(['sent', readers]);
  });
});
