import { operatorClient } from '#lib/accounts/testing';
import { aMail, aReportOf } from '#lib/bounces/testing';
import { activeTenant } from '#lib/contracts/testing';
import { aContent, aMailing } from '#lib/delivery/testing';
import { MovableClock } from '#lib/kernel';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { InboundServer } from './index.js';
import { handOver, inboundParts } from './testing.js';

const domain = 'mail.hikyaku.test';
const clock = new MovableClock('2026-04-01T23:30:00+09:00');

let sink: SmtpSink;
let app: TestApp;
let port: number;
let owner: pg.Client;

beforeAll(async () => {
  sink = await startSink();
  app = await startApp({
    ...inboundParts,
    clock,
    env: { SMTP_URL: sink.url, INBOUND_PORT: '0', MAIL_DOMAIN: domain, DNS_SERVERS: '127.0.0.1:9' },
  });
  port = await app.get(InboundServer).start();
  owner = new pg.Client(app.databaseUrl);
  await owner.connect();
});

afterAll(async () => {
  await owner.end();
  await app.get(InboundServer).stop();
  await app.stop();
  await sink.stop();
});

/** Return paths of a campaign to so many readers. */
const returnPaths = async (readers: number): Promise<string[]> => {
  const { tenantId } = await activeTenant(app);
  const newsletterId = await aNewsletter(app, tenantId);
  await someSubscribers(app, tenantId, newsletterId, readers);
  await app.drain.runDue();
  const before = sink.mails.length;
  await aMailing(app, tenantId, aContent(newsletterId));
  await app.drain.runDue();
  return sink.mails.slice(before).map(({ from }) => from);
};

const rowsOf = async (sql: string): Promise<unknown[]> => (await owner.query(sql)).rows;

const outcomes = (): Promise<unknown[]> =>
  rowsOf(
    `SELECT state, outcome, count(*)::int AS messages FROM inbound_messages
     GROUP BY state, outcome ORDER BY state, outcome`,
  );

it('sorts all of a batch but the one report that cannot be written down, which waits', async () => {
  const [full = '', ...gone] = await returnPaths(60);
  const unknown = aReportOf('failed', '550 5.1.1 User unknown');
  for (const to of gone) await handOver(port, { to, raw: unknown });
  await handOver(port, { to: full, raw: aReportOf('failed', '552 5.2.2 Mailbox full') });
  // As if they had come at once: more than are read at a time.
  await owner.query(
    'UPDATE inbound_messages SET batch_id = (SELECT min(batch_id::text)::uuid FROM inbound_messages)',
  );
  await owner.query(
    `ALTER TABLE bounce_reports ADD CONSTRAINT never CHECK (reason <> 'mailbox-full')`,
  );
  await expect(app.drain.runDue()).rejects.toThrow('never');
  expect(await outcomes()).toEqual([
    { state: 'sorted', outcome: 'report', messages: 59 },
    { state: 'waiting', outcome: null, messages: 1 },
  ]);
  await owner.query('ALTER TABLE bounce_reports DROP CONSTRAINT never');
  clock.advance({ minutes: 2 });
  await app.drain.sweep();
  await app.drain.runDue();
  expect(await outcomes()).toEqual([{ state: 'sorted', outcome: 'report', messages: 60 }]);
});

it('asks for no judgement of people of whom one mail failed', async () => {
  expect(await rowsOf('SELECT count(*)::int AS checks FROM streak_checks')).toEqual([
    { checks: 0 },
  ]);
});

it('tells operators what became of it, by day in Japan', async () => {
  const operator = await operatorClient(app, 'support');
  clock.advance({ hours: 1 });
  const automatic = aMail(
    'From: a@example.jp',
    'Subject: x',
    'Auto-Submitted: auto-replied',
    '',
    '',
  );
  await handOver(port, { from: 'a@example.jp', to: `support@${domain}`, raw: automatic });
  const hands = Array.from({ length: 31 }, (_, i) => `Received: from mx${i}`);
  const loop = aMail(...hands, 'From: a@example.jp', '', '');
  await handOver(port, { from: 'a@example.jp', to: `abuse@${domain}`, raw: loop });
  await app.drain.runDue();
  const waitingSince = clock.now().toISOString();
  await handOver(port, { from: 'a@example.jp', to: `abuse@${domain}`, raw: loop });
  expect((await operator.get('/api/v1/operator/inbound/summary')).body).toEqual({
    waiting: 1,
    waitingSince,
    byDay: [
      { day: '2026-04-02', outcome: 'ignored-automatic', messages: 1 },
      { day: '2026-04-02', outcome: 'loop', messages: 1 },
      { day: '2026-04-01', outcome: 'report', messages: 60 },
    ],
  });
});
