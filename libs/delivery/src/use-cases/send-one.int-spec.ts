import { activeTenant } from '#lib/contracts/testing';
import { BusinessError } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { PreviewContent, SendOne } from '../index.js';
import { aContent, deliveryParts } from '../testing.js';

let sink: SmtpSink;
let app: TestApp;
let tenantId: TenantId;

beforeAll(async () => {
  sink = await startSink({
    act: (step, { to }) =>
      step === 'RCPT' && to.startsWith('nobody@') ? `550 5.1.1 <${to}> unknown` : undefined,
  });
  app = await startApp({ ...deliveryParts, env: { SMTP_URL: sink.url } });
  ({ tenantId } = await activeTenant(app));
});

afterAll(async () => {
  await app.stop();
  await sink.stop();
});

const sample = { fields: { name: '太郎 & 花子' }, newsletterTitle: '季節のたより' };
const content = aContent('n', { html: '<p>{{ subscriber.name }}</p>', tracking: true });

describe('SendOne', () => {
  it('sends a mail that says it is a test, with nothing to track', async () => {
    await app.get(SendOne).execute({ tenantId, content, to: { address: 'me@example.jp' }, sample });
    const mail = await simpleParser(sink.mails[0]?.data ?? '');
    expect(mail.subject).toBe('[テスト] 春のお知らせ');
    expect(String(mail.html)).toContain('<p>太郎 &amp; 花子</p>');
    expect(String(mail.html)).not.toMatch(/<img|\/c\//);
  });

  it.each([
    ['nobody@example.jp', content, 'delivery.test-refused'],
    ['me@example.jp', { ...content, text: '{% if %}' }, 'delivery.template-broken'],
  ])('to %s fails with a reason (%#)', async (address, of, code) => {
    const failure = await app
      .get(SendOne)
      .execute({ tenantId, content: of, to: { address }, sample })
      .catch((error: unknown) => error);
    expect(failure instanceof BusinessError && failure.code).toBe(code);
  });
});

describe('PreviewContent', () => {
  it('shows what one reader will see', () => {
    expect(app.get(PreviewContent).execute(content, sample)).toEqual({
      subject: '春のお知らせ',
      text: '太郎 & 花子 こんにちは。\n\nテスト商店\n配信停止: http://localhost/#unsubscribe\n',
      html: '<p>太郎 &amp; 花子</p>\n<p>テスト商店 <a href="http://localhost/#unsubscribe">配信停止</a></p>',
    });
  });
});
