import { AddOperator } from '#lib/accounts';
import { testPassword } from '#lib/accounts/testing';
import { activeTenant } from '#lib/contracts/testing';
import { aContent, aMailing } from '#lib/delivery/testing';
import { MovableClock } from '#lib/kernel';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { Database } from '#platform/database';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { bouncesParts } from './testing.js';

let sink: SmtpSink;
let app: TestApp;

beforeAll(async () => {
  const refusal = '550 5.7.1 blocked by policy';
  sink = await startSink({
    act: (step, { to }) =>
      step === 'RCPT' && to.endsWith('@reader.example') ? refusal : undefined,
  });
  const clock = new MovableClock('2026-04-01T09:00:00+09:00');
  app = await startApp({ ...bouncesParts, clock, env: { SMTP_URL: sink.url } });
});

afterAll(async () => {
  await app.stop();
  await sink.stop();
});

it('tells owners and operators that receivers refuse everything of a campaign', async () => {
  const operator = {
    email: 'watch@operator.example.jp',
    name: '運営 一郎',
    role: 'admin',
  } as const;
  await app.get(AddOperator).execute({ ...operator, password: testPassword });
  const { tenantId, email } = await activeTenant(app);
  const newsletterId = await aNewsletter(app, tenantId);
  const readers = Array.from({ length: 60 }, (_, n) => `r${n}@reader.example`);
  await someSubscribers(app, tenantId, newsletterId, readers);
  await aMailing(app, tenantId, aContent(newsletterId));
  await app.drain.runDue();
  const told = await app.get(Database).asSystem((tx) =>
    tx.query(
      `SELECT to_address AS "to", subject, tenant_id AS "tenantId", sent_at IS NOT NULL AS sent FROM notices
       WHERE kind = 'bounces.campaign-blocked' ORDER BY tenant_id NULLS FIRST, to_address`,
    ),
  );
  const subject = '配信を一時停止しました: テスト商店';
  expect(told).toEqual([
    { to: 'watch@operator.example.jp', subject, tenantId: null, sent: true },
    { to: email, subject, tenantId, sent: true },
    { to: null, subject, tenantId, sent: true },
  ]);
});
