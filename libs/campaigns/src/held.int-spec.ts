import { operatorClient } from '#lib/accounts/testing';
import type { TestAnswer, TestClient } from '#lib/accounts/testing';
import { activeTenant } from '#lib/contracts/testing';
import { DecideHeldMailing, HoldMailing } from '#lib/delivery';
import { MovableClock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import type { SinkAct, SmtpSink } from '#test/smtp-sink';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aDraft, campaignsParts } from './testing.js';
import { PauseHeld } from './use-cases/pause-held.js';
import { SettleHeld } from './use-cases/settle-held.js';

const clock = new MovableClock('2026-04-01T09:00:00+09:00');
const later = '451 4.2.1 Try again later';

let answer: (to: string) => SinkAct = () => undefined;
let sink: SmtpSink;
let app: TestApp;
let tenantId: TenantId;
let client: TestClient;
let operator: TestClient;
let id: string;

beforeAll(async () => {
  sink = await startSink({ act: (step, { to }) => (step === 'RCPT' ? answer(to) : undefined) });
  app = await startApp({ ...campaignsParts, clock, env: { SMTP_URL: sink.url } });
  operator = await operatorClient(app);
});

afterAll(async () => {
  await app.stop();
  await sink.stop();
});

beforeEach(async () => {
  sink.mails.length = 0;
  ({ tenantId, client } = await activeTenant(app));
});

const verb = (name: string): Promise<TestAnswer> =>
  client.post(`/api/v1/campaigns/${id}/${name}`, {});
const status = async (): Promise<unknown> =>
  (await client.get(`/api/v1/campaigns/${id}`)).body.status;
const lastEvent = async (): Promise<unknown> => {
  const { body } = await client.get(`/api/v1/campaigns/${id}/history`);
  return (body.items as { event: string; actorKind: string }[])
    .map(({ event, actorKind }) => `${event} by ${actorKind}`)
    .at(-1);
};

/** A campaign under way to so many readers, of whom the relay takes nobody who is busy for now. */
const underWay = async (readers: string[]): Promise<void> => {
  const newsletterId = await aNewsletter(app, tenantId);
  await someSubscribers(app, tenantId, newsletterId, readers);
  id = await aDraft(client, newsletterId);
  await app.drain.runDue();
  await verb('send-now');
  await app.drain.runDue();
};

const named = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${name}${i}@example.jp`);

describe('a campaign that is held for the quality of its list', () => {
  beforeEach(async () => {
    answer = (to) => (to.startsWith('busy') ? later : undefined);
    await underWay([...named('reader', 3), ...named('busy', 2)]);
    expect(await status()).toBe('sending');
    await app
      .get(Database)
      .inTenant(tenantId, (tx) => app.get(HoldMailing).within(tx, tenantId, id, 'list-quality'));
    await app.drain.runDue();
    answer = () => undefined;
  });

  const decide = async (decision: 'released' | 'aborted'): Promise<void> => {
    await app
      .get(Database)
      .inTenant(tenantId, (tx) =>
        app.get(DecideHeldMailing).within(tx, tenantId, id, 'list-quality', decision),
      );
    await app.drain.runDue();
    clock.advance({ hours: 12 });
    await app.drain.sweep();
  };

  it('stands still, and no member can let it go on', async () => {
    expect([await status(), await lastEvent()]).toEqual(['paused', 'paused by system']);
    expect((await client.get(`/api/v1/campaigns/${id}`)).body).toMatchObject({
      halted: false,
      underReview: true,
    });
    expect((await verb('resume')).body).toMatchObject({ code: 'delivery.mailing-held' });
    clock.advance({ hours: 12 });
    await app.drain.runDue();
    expect([await status(), sink.mails.length]).toEqual(['paused', 3]);
  });

  it('goes on where it stopped when it is released', async () => {
    await decide('released');
    expect([await status(), sink.mails.length]).toEqual(['sent', 5]);
  });

  it('sends what came due while it was held as soon as it is released, without a sweep', async () => {
    clock.advance({ hours: 12 });
    await app
      .get(Database)
      .inTenant(tenantId, (tx) =>
        app.get(DecideHeldMailing).within(tx, tenantId, id, 'list-quality', 'released'),
      );
    await app.drain.runDue();
    expect([await status(), sink.mails.length]).toEqual(['sent', 5]);
  });

  it('ends, and the rest does not leave, when it is aborted', async () => {
    await decide('aborted');
    expect([await status(), await lastEvent(), sink.mails.length]).toEqual([
      'aborted',
      'aborted by system',
      3,
    ]);
  });

  it('stays ended when a member ends it before the operator lets it go on', async () => {
    await verb('abort');
    await decide('released');
    expect([await status(), sink.mails.length]).toEqual(['aborted', 3]);
  });
});

describe('a campaign that is held for two reasons', () => {
  const within = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    app.get(Database).inTenant(tenantId, work);
  const decide = async (
    reason: 'list-quality' | 'abuse/same-text',
    decision: 'released' | 'aborted',
  ): Promise<string | undefined> => {
    const outcome = await within((tx) =>
      app.get(DecideHeldMailing).within(tx, tenantId, id, reason, decision),
    );
    clock.advance({ hours: 12 });
    await app.drain.runDue();
    return outcome;
  };

  beforeEach(async () => {
    answer = (to) => (to.startsWith('busy') ? later : undefined);
    await underWay([...named('reader', 3), ...named('busy', 2)]);
    const hold = (reason: 'list-quality' | 'abuse/same-text'): Promise<boolean> =>
      within((tx) => app.get(HoldMailing).within(tx, tenantId, id, reason));
    expect([
      await hold('abuse/same-text'),
      await hold('list-quality'),
      await hold('list-quality'),
    ]).toEqual([true, true, false]);
    await app.drain.runDue();
    answer = () => undefined;
  });

  it.each([
    ['list-quality', 'abuse/same-text'],
    ['abuse/same-text', 'list-quality'],
  ] as const)('goes on after the second of %s and %s alone', async (first, second) => {
    expect([await decide(first, 'released'), await status(), sink.mails.length]).toEqual([
      'held-still',
      'paused',
      3,
    ]);
    expect((await verb('resume')).body).toMatchObject({ code: 'delivery.mailing-held' });
    expect([await decide(first, 'released'), await status()]).toEqual([undefined, 'paused']);
    expect([await decide(second, 'released'), await status(), sink.mails.length]).toEqual([
      'released',
      'sent',
      5,
    ]);
  });

  it('goes on when both are decided in the same moment', async () => {
    const both = await Promise.all(
      (['list-quality', 'abuse/same-text'] as const).map((reason) =>
        within((tx) => app.get(DecideHeldMailing).within(tx, tenantId, id, reason, 'released')),
      ),
    );
    expect(both.toSorted()).toEqual(['held-still', 'released']);
    clock.advance({ hours: 12 });
    await app.drain.runDue();
    expect([await status(), sink.mails.length]).toEqual(['sent', 5]);
  });

  it('ends as soon as one of them ends it', async () => {
    expect([await decide('abuse/same-text', 'aborted'), await status()]).toEqual([
      'aborted',
      'aborted',
    ]);
    expect([await decide('list-quality', 'released'), await status(), sink.mails.length]).toEqual([
      'released',
      'aborted',
      3,
    ]);
  });

  it('shows operators both, and then the one that is left', async () => {
    const heldBy = async (): Promise<unknown> =>
      (await operator.get(`/api/v1/operator/tenants/${tenantId}/campaigns/${id}`)).body.heldBy;
    expect(await heldBy()).toEqual(['list-quality', 'abuse']);
    await decide('list-quality', 'released');
    expect(await heldBy()).toEqual(['abuse']);
  });
});

it('goes on when it is released before word of the hold has come', async () => {
  answer = (to) => (to.startsWith('busy') ? later : undefined);
  await underWay([...named('reader', 3), ...named('busy', 2)]);
  const within = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    app.get(Database).inTenant(tenantId, work);
  await within((tx) => app.get(HoldMailing).within(tx, tenantId, id, 'list-quality'));
  await within((tx) =>
    app.get(DecideHeldMailing).within(tx, tenantId, id, 'list-quality', 'released'),
  );
  await app.get(SettleHeld).execute({ tenantId, campaignId: id, decision: 'released' });
  await app.get(PauseHeld).execute({ tenantId, campaignId: id });
  answer = () => undefined;
  clock.advance({ hours: 12 });
  await app.drain.runDue();
  expect([await status(), sink.mails.length]).toEqual(['sent', 5]);
});

it('leaves what its owners had paused themselves to them when it is released', async () => {
  answer = (to) => (to.startsWith('busy') ? later : undefined);
  await underWay([...named('reader', 3), ...named('busy', 2)]);
  await verb('pause');
  const within = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    app.get(Database).inTenant(tenantId, work);
  await within((tx) => app.get(HoldMailing).within(tx, tenantId, id, 'list-quality'));
  await app.drain.runDue();
  await within((tx) =>
    app.get(DecideHeldMailing).within(tx, tenantId, id, 'list-quality', 'released'),
  );
  await app.drain.runDue();
  expect([await status(), await lastEvent()]).toEqual(['paused', 'paused by member']);
  answer = () => undefined;
  expect((await verb('resume')).status).toBe(200);
  clock.advance({ hours: 12 });
  await app.drain.runDue();
  expect([await status(), sink.mails.length]).toEqual(['sent', 5]);
});

it('pauses a campaign of which every mail is refused for our sake, until a member resumes it', async () => {
  answer = (to) => (to.startsWith('busy') ? later : '554 5.7.1 Your address is blocked');
  await underWay([...named('reader', 60), ...named('busy', 2)]);
  expect([await status(), await lastEvent()]).toEqual(['paused', 'paused by system']);
  answer = () => undefined;
  expect((await verb('resume')).status).toBe(200);
  clock.advance({ hours: 12 });
  await app.drain.runDue();
  expect((await client.get(`/api/v1/campaigns/${id}`)).body).toMatchObject({
    status: 'sent',
    progress: {
      accepted: sink.mails.length,
      refused: 62 - sink.mails.length,
      deferred: 0,
      equationHolds: true,
    },
  });
});
