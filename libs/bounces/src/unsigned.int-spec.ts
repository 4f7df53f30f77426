import { ReturnPath } from '#lib/delivery';
import { MovableClock } from '#lib/kernel';
import { ActiveCount } from '#lib/subscribers';
import { Database } from '#platform/database';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ReceiveReport } from './index.js';
import { aMail, aReportOf, bounceScene, bouncesParts } from './testing.js';
import type { BounceScene } from './testing.js';

const clock = new MovableClock('2026-04-01T09:00:00+09:00');
const unknown = '550 5.1.1 User unknown';
const taro = 'taro@example.jp';

let sink: SmtpSink;
let app: TestApp;
let scene: BounceScene;

beforeAll(async () => {
  sink = await startSink();
  app = await startApp({ ...bouncesParts, clock, env: { SMTP_URL: sink.url } });
});

afterAll(async () => {
  await app.stop();
  await sink.stop();
});

beforeEach(async () => {
  scene = await bounceScene({ app, clock, sink });
});

type Mail = SmtpSink['mails'][number];

/** Sends a campaign and gives what taro got; an hour passes. */
const mailed = async (): Promise<Mail> => {
  await scene.sendCampaign();
  clock.advance({ hours: 1 });
  const mail = sink.mails.findLast(({ to }) => to === taro);
  if (!mail) throw new Error('Nothing came');
  return mail;
};

const feedbackIdOf = ({ data }: Mail): string => /^Feedback-ID: .*$/m.exec(data)?.[0] ?? '';

/** What anybody can write who reads the newsletter and knows the address of another reader. */
const unsigned = (mail: Mail): Uint8Array => {
  const report = Buffer.from(aReportOf('failed', unknown)).toString('latin1');
  return Buffer.from(report.replace('Subject: News', `${feedbackIdOf(mail)}\r\nSubject: News`));
};

const aComplaint = (from: string, mail: Mail): Uint8Array =>
  aMail(
    ...[`From: ${from}`, 'Subject: complaint', 'MIME-Version: 1.0'],
    ...['Content-Type: multipart/report; report-type=feedback-report; boundary="=_e"', ''],
    ...['--=_e', 'Content-Type: message/feedback-report', '', 'Feedback-Type: abuse'],
    ...['User-Agent: Provider/1.0', 'Version: 1', `Original-Rcpt-To: ${taro}`, ''],
    ...['--=_e', 'Content-Type: message/rfc822', '', feedbackIdOf(mail), 'Subject: News', ''],
    ...['Hello', '--=_e--', ''],
  );

const take = async (raw: Uint8Array, isAuthentic = false): Promise<void> => {
  const arrived = { raw, ref: undefined, arrivedAt: clock.now(), isAuthentic };
  await app.get(ReceiveReport).execute(arrived);
  await app.drain.runDue();
};

const stand = async (): Promise<unknown> => {
  const { tenantId, client } = scene.tenant;
  const { body } = await client.get('/api/v1/bounces/summary');
  const { failed, complained, removed } = body as Record<string, number>;
  const active = await app
    .get(Database)
    .inTenant(tenantId, (tx) => app.get(ActiveCount).at(tx, tenantId, clock.now()));
  return { failed, complained, removed, active };
};

describe('bounces in which nothing is signed', () => {
  it('are counted and remove nobody, until signed ones of the same mails come', async () => {
    const mails = [await mailed(), await mailed(), await mailed()];
    for (const mail of mails) await take(unsigned(mail));
    expect(await stand()).toEqual({ failed: 3, complained: 0, removed: 0, active: 2 });
    for (const { from } of mails) await scene.report(from, aReportOf('failed', unknown));
    expect(await stand()).toEqual({ failed: 3, complained: 0, removed: 1, active: 1 });
  });

  it('change nothing about what a signed one has said', async () => {
    const mail = await mailed();
    await scene.report(mail.from, aReportOf('failed', '550 5.7.1 Rejected by policy'));
    await take(unsigned(mail));
    const { body } = await scene.tenant.client.get('/api/v1/bounces');
    expect(body.items).toMatchObject([{ reason: 'policy', blame: 'sender' }]);
  });

  it('are believed when the mail system of that very domain wrote them', async () => {
    const daemon = 'From: Mail Delivery System <mailer-daemon@example.jp>';
    for (const mail of [await mailed(), await mailed(), await mailed()]) {
      const text = Buffer.from(unsigned(mail)).toString('latin1');
      await take(Buffer.from(text.replace(/^From: .*postmaster@.*$/m, daemon)), true);
    }
    expect(await stand()).toMatchObject({ failed: 3, removed: 1, active: 1 });
  });
});

describe('a complaint that names a recipient', () => {
  it.each([
    ['a stranger whose mail is authentic', 'Mallory <mallory@mail.example>', true],
    ['another mailbox of the same domain', 'jiro@example.jp', true],
    ['somebody who pretends to be its mail system', 'abuse@example.jp', false],
    [
      'somebody with two names',
      '"abuse@example.jp" <abuse@example.jp>, mallory@mail.example',
      true,
    ],
  ])('by %s removes nobody', async (_, from, isAuthentic) => {
    await take(aComplaint(from, await mailed()), isAuthentic);
    expect(await stand()).toEqual({ failed: 0, complained: 0, removed: 0, active: 2 });
  });

  it('by the mail system of that very domain removes the person', async () => {
    await take(aComplaint('Feedback <fbl@example.jp>', await mailed()), true);
    expect(await stand()).toEqual({ failed: 0, complained: 1, removed: 0, active: 1 });
  });
});

describe('a complaint about somebody who is gone', () => {
  it('is counted, and harms nobody', async () => {
    const mails = [await mailed(), await mailed(), await mailed()];
    for (const { from } of mails) await scene.report(from, aReportOf('failed', unknown));
    const [first] = mails;
    const ref = await app.get(ReturnPath).read(first?.from ?? '');
    const raw = aComplaint('fbl@provider.example', first as Mail);
    await app.get(ReceiveReport).execute({ raw, ref, arrivedAt: clock.now() });
    expect(await stand()).toEqual({ failed: 3, complained: 1, removed: 1, active: 1 });
  });
});
