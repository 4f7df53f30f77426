import { operatorClient } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { MovableClock } from '#lib/kernel';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { openTables } from '#test/tables';
import type { Tables } from '#test/tables';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { breakErasures, endedTenant, privacyParts } from './testing.js';
import { WatchErasure } from './use-cases/watch-erasure.js';

const clock = new MovableClock('2026-04-01T09:00:00+09:00');
let app: TestApp;
let sink: SmtpSink;
let tables: Tables;
let operator: TestClient;

beforeAll(async () => {
  sink = await startSink();
  app = await startApp({ ...privacyParts, clock, env: { SMTP_URL: sink.url } });
  tables = await openTables(app.databaseUrl);
  operator = await operatorClient(app);
});

afterAll(async () => {
  await tables.close();
  await app.stop();
  await sink.stop();
});

const until = async (instant: string): Promise<void> => {
  clock.set(instant);
  await app.drain.runDue();
  await app.drain.sweep();
};

const state = async (): Promise<unknown> =>
  (await operator.get('/api/v1/operator/erasures/state')).body;

/** Subject and text of what was mailed to an address about the erasure. */
const alarmsTo = async (address: string): Promise<[string, string][]> => {
  const own = sink.mails.filter(({ to }) => to === address);
  const read = await Promise.all(own.map(({ data }) => simpleParser(data)));
  return read
    .map(({ subject = '', text = '' }): [string, string] => [subject, text])
    .filter(([subject]) => subject.includes('夜間の消去'));
};

it('a night that fails is told to operators by mail once, and shown until it is whole', async () => {
  const tenantId = await endedTenant(app, tables);
  const [{ email } = { email: '' }, ...others] = await tables.query<{ email: string }>(
    'SELECT email FROM operators',
  );
  expect(others).toEqual([]);
  const mend = await breakErasures(tables);
  await expect(until('2026-05-08T02:00:00+09:00')).rejects.toThrow('2026-05-08');
  const failed = { day: '2026-05-08', failed: [`tenant ${tenantId}`], lateTenants: 1 };
  expect(await state()).toMatchObject({ ...failed, isStuck: false, finishedAt: null });
  clock.set('2026-05-08T05:00:00+09:00');
  expect(await state()).toMatchObject({ ...failed, isStuck: true });
  await app.get(WatchErasure).execute();
  await app.get(WatchErasure).execute();

  await mend();
  await until('2026-05-08T06:00:00+09:00');
  expect(await state()).toMatchObject({
    ...{ day: '2026-05-08', finishedAt: '2026-05-07T21:00:00.000Z', failed: [] },
    ...{ isStuck: false, lateTenants: 0 },
  });
  const [[subject, text] = ['', ''], ...more] = await alarmsTo(email);
  expect([subject, more]).toEqual(['【要対応】夜間の消去が終わっていません（2026-05-08）', []]);
  expect(text).toContain(`・tenant ${tenantId}`);
  expect(text).toContain('期限を過ぎても残っている契約者: 1社');

  clock.set('2026-05-09T05:00:00+09:00');
  expect(await state()).toMatchObject({ day: '2026-05-08', isStuck: true });
});
