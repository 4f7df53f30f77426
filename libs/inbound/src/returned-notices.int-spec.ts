import { aMail, aReportOf } from '#lib/bounces/testing';
import { activeTenant } from '#lib/contracts/testing';
import { MovableClock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Inbox, PostNotice } from '#lib/notices';
import { Database } from '#platform/database';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { InboundServer } from './index.js';
import { handOver, inboundParts } from './testing.js';

const clock = new MovableClock('2026-04-01T09:00:00+09:00');

let sink: SmtpSink;
let app: TestApp;
let port: number;
let tenantId: TenantId;

beforeAll(async () => {
  sink = await startSink();
  const env = { SMTP_URL: sink.url, INBOUND_PORT: '0', MAIL_DOMAIN: 'mail.hikyaku.test' };
  app = await startApp({ ...inboundParts, clock, env });
  port = await app.get(InboundServer).start();
  ({ tenantId } = await activeTenant(app));
});

afterAll(async () => {
  await app.get(InboundServer).stop();
  await app.stop();
  await sink.stop();
});

/** A notice that its relay has taken, and where it would come back to. */
const aSentNotice = async (): Promise<{ id: string; returnPath: string }> => {
  const id = await app.get(Database).inTenant(tenantId, (tx) =>
    app.get(PostNotice).within(tx, {
      tenantId,
      kind: 'test.notice',
      to: { address: 'keiri@example.jp' },
      locale: 'ja',
      subject: '通知',
      text: '本文\n',
    }),
  );
  await app.drain.runDue();
  return { id, returnPath: sink.mails.at(-1)?.from ?? '' };
};

it.each([
  [
    'a failed delivery takes its arrival back',
    aReportOf('failed', '550 5.1.1 User unknown'),
    false,
  ],
  [
    'so does a retry that ran out, though nobody refused it',
    aReportOf('failed', '451 4.4.1 Connection timed out'),
    false,
  ],
  ['a delay does not', aReportOf('delayed', '451 4.2.2 Mailbox full'), true],
  ['an absence note does not', aMail('Auto-Submitted: auto-replied', '', 'Away'), true],
])('of a notice: %s', async (_, raw, hasArrived) => {
  const { id, returnPath } = await aSentNotice();
  const arrivedAt = clock.now();
  await handOver(port, { to: returnPath, raw });
  await app.drain.runDue();
  const shown = await app
    .get(Database)
    .inTenant(tenantId, (tx) => app.get(Inbox).get(tx, tenantId, id));
  expect(shown).toMatchObject(
    hasArrived ? { arrivedAt, bouncedAt: null } : { arrivedAt: null, bouncedAt: clock.now() },
  );
});
