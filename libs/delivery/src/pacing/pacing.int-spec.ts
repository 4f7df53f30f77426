import { operatorClient } from '#lib/accounts/testing';
import { activeTenant } from '#lib/contracts/testing';
import { MovableClock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Database } from '#platform/database';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import type { SinkAct, SinkMoment, SinkStep, SmtpSink } from '#test/smtp-sink';
import { aContent, aMailing, deliveryParts, progressOf } from '../testing.js';
import { DomainGate } from './domain-gate.js';
import { PaceBook } from './pace-book.js';
import { Pacing } from './pacing.js';

const clock = new MovableClock('2026-04-01T09:00:00+09:00');
let act: (step: SinkStep, moment: SinkMoment) => SinkAct = () => undefined;
let near: SmtpSink;
let far: SmtpSink;
let app: TestApp;
let tenantId: TenantId;
let newsletterId: string;

beforeAll(async () => {
  // Without pipelining, so that a relay that keeps silent about one command is asked no further one.
  near = await startSink({
    act: (step, moment) => act(step, moment),
    extensions: ['8BITMIME'],
  });
  far = await startSink();
  const list = `${near.url}?weight=3, ${far.url}?weight=1`;
  app = await startApp({ ...deliveryParts, clock, env: { SMTP_URL: list } });
});

afterAll(async () => {
  await app.stop();
  await near.stop();
  await far.stop();
});

const system = (sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
  app.get(Database).asSystem((tx) => tx.query(sql, values));

const set = async (relay: SmtpSink, enabled: boolean, perSecond: number | null): Promise<void> => {
  await system(
    `INSERT INTO relay_settings (name, enabled, per_second, changed_at) VALUES ($1, $2, $3, app_now())`,
    [new URL(relay.url).host, enabled, perSecond],
  );
  app.get(PaceBook).forget();
};

beforeEach(async () => {
  act = () => undefined;
  near.mails.length = far.mails.length = 0;
  for (const table of ['relay_settings', 'domain_settings', 'breakers', 'pace_buckets'])
    await system(`DELETE FROM ${table}`);
  await system('DELETE FROM delivery_traffic');
  clock.advance({ minutes: 1 });
  app.get(PaceBook).forget();
  ({ tenantId } = await activeTenant(app));
  newsletterId = await aNewsletter(app, tenantId);
});

const addresses = (count: number, domain: string): string[] =>
  Array.from({ length: count }, (_, n) => `reader${n}@${domain}`);

const launch = async (...to: string[]): Promise<string> => {
  await someSubscribers(app, tenantId, newsletterId, to);
  await app.drain.runDue();
  return aMailing(app, tenantId, aContent(newsletterId));
};

const progress = (campaignId: string): ReturnType<typeof progressOf> =>
  progressOf(app, tenantId, campaignId);

/** How many mails the relays have after each of so many seconds. */
const secondBySecond = async (seconds: number): Promise<number[]> => {
  const seen: number[] = [];
  for (let second = 0; second < seconds; second++) {
    for (let tenth = 0; tenth < 10; tenth++) {
      await app.drain.runDue();
      clock.advance({ milliseconds: 100 });
    }
    seen.push(near.mails.length + far.mails.length);
  }
  return seen;
};

describe('several relays', () => {
  it('get their weights’ parts of the mails, and their figures are kept', async () => {
    const campaignId = await launch(...addresses(100, 'example.jp'));
    await app.drain.runDue();
    expect(await progress(campaignId)).toMatchObject({ status: 'finished', accepted: 100 });
    expect([near.mails.length, far.mails.length]).toEqual([75, 25]);
    const traffic = await system(
      'SELECT kind, name, accepted, refused FROM delivery_traffic ORDER BY kind, accepted DESC',
    );
    expect(traffic).toEqual([
      { kind: 'domain', name: 'example.jp', accepted: 100, refused: 0 },
      { kind: 'relay', name: new URL(near.url).host, accepted: 75, refused: 0 },
      { kind: 'relay', name: new URL(far.url).host, accepted: 25, refused: 0 },
    ]);
  });

  it('are not used while they are switched off', async () => {
    await set(near, false, null);
    await launch(...addresses(30, 'example.jp'));
    await app.drain.runDue();
    expect([near.mails.length, far.mails.length]).toEqual([0, 30]);
  });

  it('stand in for one that lets nobody in; nobody’s tries are counted', async () => {
    near.hangUp();
    act = (step) => (step === 'banner' ? '421 4.3.2 busy' : undefined);
    const campaignId = await launch(...addresses(60, 'example.jp'));
    await secondBySecond(100);
    expect(await progress(campaignId)).toMatchObject({ status: 'finished', accepted: 60 });
    expect([near.mails.length, far.mails.length]).toEqual([0, 60]);
    const open = await system('SELECT kind, name, state, reason FROM breakers');
    expect(open).toMatchObject([
      { kind: 'relay', name: new URL(near.url).host, reason: 'no-connection' },
    ]);
    act = () => undefined;
    clock.advance({ minutes: 2 });
    await launch(...addresses(90, 'example.com'));
    await secondBySecond(3);
    expect(near.mails.length).toBeGreaterThan(0);
    expect(await system('SELECT name FROM breakers')).toEqual([]);
  });
});

describe('a rate', () => {
  it('of a relay is kept to the mail, however many mailings draw from it', async () => {
    await set(far, false, null);
    await set(near, true, 20);
    await launch(...addresses(60, 'example.jp'));
    await aMailing(app, tenantId, aContent(newsletterId));
    const seen = await secondBySecond(7);
    for (const [second, mails] of seen.entries())
      expect(mails).toBeLessThanOrEqual(20 + 20 * (second + 1));
    expect(seen.at(-1)).toBe(120);
  });

  it('of a tenant is the one its contract was restrained to', async () => {
    const operator = await operatorClient(app, 'admin');
    const path = `/api/v1/operator/tenants/${tenantId}/contract/throttle`;
    const impose = (mailsPerHour: number): ReturnType<typeof operator.post> =>
      operator.post(path, { mailsPerHour, reason: '過大な負荷' });
    expect((await impose(3600)).status).toBe(201);
    const campaignId = await launch(...addresses(10, 'example.jp'));
    expect(await secondBySecond(4)).toEqual([1, 2, 3, 4]);
    expect((await impose(0)).status).toBe(201);
    expect(await secondBySecond(3)).toEqual([4, 4, 4]);
    await operator.delete(path);
    clock.advance({ minutes: 2 });
    await app.drain.sweep();
    expect(await progress(campaignId)).toMatchObject({ status: 'finished', accepted: 10 });
  });

  it('is given first to small mailings, not to one of which more is to be frozen', async () => {
    await set(far, false, null);
    await set(near, true, 20);
    const campaignId = await launch(...addresses(10, 'example.jp'));
    const drawnAsSmall = async (freezeAfter: string | null): Promise<unknown> => {
      await system(
        `UPDATE mailings SET freeze_after = $2::uuid, freeze_target = CASE WHEN $2 IS NOT NULL THEN '{}'::jsonb END
         WHERE campaign_id = $1`,
        [campaignId, freezeAfter],
      );
      await app.get(Pacing).open(tenantId, campaignId, 1);
      const [bucket] = await system('SELECT small_at IS NOT NULL AS small FROM pace_buckets');
      return bucket?.['small'];
    };
    const whileFreezing = await drawnAsSmall(campaignId);
    const whenFrozen = await drawnAsSmall(null);
    expect({ whileFreezing, whenFrozen }).toEqual({ whileFreezing: false, whenFrozen: true });
    await secondBySecond(4);
    expect(await progress(campaignId)).toMatchObject({ status: 'finished', accepted: 10 });
  });

  it('of a recipient domain holds back nobody else', async () => {
    const yahoo = addresses(60, 'yahoo.co.jp');
    const campaignId = await launch(...yahoo, ...addresses(60, 'example.jp'));
    await app.drain.runDue();
    const to = (domain: string): number =>
      [...near.mails, ...far.mails].filter((mail) => mail.to.endsWith(domain)).length;
    expect(to('@example.jp')).toBe(60);
    const seen = await secondBySecond(10);
    for (const [second, mails] of seen.entries())
      expect(mails - 60).toBeLessThanOrEqual(10 + 10 * (second + 1));
    expect(await progress(campaignId)).toMatchObject({ status: 'finished', accepted: 120 });
  });
});

describe('a recipient domain', () => {
  it('that turns everybody away is left alone, and its mails go when it is well', async () => {
    act = (step, { to }) =>
      step === 'RCPT' && to.endsWith('@busy.example') ? '421 4.7.0 too many' : undefined;
    await set(far, false, null);
    const busy = addresses(100, 'busy.example');
    const campaignId = await launch(...busy, ...addresses(100, 'example.jp'));
    await secondBySecond(5);
    expect(await progress(campaignId)).toMatchObject({ accepted: 100 });
    const tried = near.commands.filter((line) => line.includes('@busy.example')).length;
    expect(tried).toBeLessThanOrEqual(50);
    expect(await system('SELECT name, state, reason FROM breakers')).toEqual([
      { name: 'busy.example', state: 'open', reason: '421' },
    ]);
    act = () => undefined;
    for (let round = 0; round < 10; round++) {
      clock.advance({ minutes: 10 });
      await app.drain.sweep();
    }
    expect(await progress(campaignId)).toMatchObject({ status: 'finished', accepted: 200 });
  });

  it('that lets us wait keeps nobody else waiting', async () => {
    await set(far, false, null);
    act = (step, { to }) => (step === 'RCPT' && to.endsWith('@slow.example') ? 'hang' : undefined);
    const campaignId = await launch(
      ...addresses(10, 'slow.example'),
      ...addresses(150, 'example.jp'),
    );
    await app.drain.runDue();
    expect(await progress(campaignId)).toMatchObject({ accepted: 150, refused: 0 });
    const lanes = await app
      .get(Database)
      .inTenant(tenantId, (tx) =>
        tx.query(
          'SELECT lane, cardinality(delivery_nos) AS mails FROM mailing_lanes ORDER BY lane',
        ),
      );
    expect(lanes.slice(0, 2)).toEqual([
      { lane: 0, mails: null },
      { lane: 1, mails: null },
    ]);
    expect(lanes.length).toBeGreaterThan(2);
    act = () => undefined;
    near.hangUp();
    for (let round = 0; round < 5; round++) {
      clock.advance({ minutes: 5 });
      await app.drain.sweep();
    }
    expect(await progress(campaignId)).toMatchObject({ status: 'finished', accepted: 160 });
  });

  it('that once let us wait gets four mails at a time, until it answers in time', async () => {
    const domain = 'once-slow.example';
    const gate = app.get(DomainGate);
    const answered = { kind: 'replied', code: 250, response: '250 OK' } as const;
    const places = async (): Promise<number> => {
      const enter = () => gate.enter(domain, AbortSignal.abort());
      const entered = await Promise.all(Array.from({ length: 9 }, enter));
      for (const leave of entered) leave?.();
      return entered.filter((leave) => leave !== undefined).length;
    };
    expect(await places()).toBe(9);
    gate.slow(domain);
    gate.slowEnded(domain);
    expect(await places()).toBe(4);
    gate.learn(domain, answered, 30_000);
    expect(await places()).toBe(4);
    gate.learn(domain, answered, 20);
    expect(await places()).toBe(9);
  });
});
