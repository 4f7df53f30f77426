import { aMember } from '#lib/accounts/testing';
import { activeTenant } from '#lib/contracts/testing';
import { MovableClock } from '#lib/kernel';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { Config } from '#platform/config';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { aDraft, campaignsParts } from './testing.js';

let app: TestApp;
let sink: SmtpSink;

beforeAll(async () => {
  sink = await startSink();
  const clock = new MovableClock('2026-04-01T09:00:00+09:00');
  app = await startApp({ ...campaignsParts, clock, env: { SMTP_URL: sink.url } });
});

afterAll(async () => {
  await app.stop();
  await sink.stop();
});

/** What left since: to whom, with which subject and which lines. */
const mailed = async (): Promise<unknown[]> => {
  sink.mails.length = 0;
  await app.drain.runDue();
  const mails = sink.mails.map(async ({ to, data }) => {
    const { subject, text = '' } = await simpleParser(data);
    return { to, subject, lines: text.trim().split('\n') };
  });
  return Promise.all(mails);
};

it('those who may approve are asked, and whoever asked is told', async () => {
  const { tenantId, slug, client, email } = await activeTenant(app);
  const editor = await aMember(app, { tenantId, slug, role: 'editor' });
  const viewer = await aMember(app, { tenantId, slug, role: 'viewer' });
  const newsletterId = await aNewsletter(app, tenantId);
  await someSubscribers(app, tenantId, newsletterId, 3);
  const id = await aDraft(editor.client, newsletterId);
  await mailed();
  const approvals = `/api/v1/campaigns/${id}/approvals`;
  const link = `${app.get(Config).publicUrl}/console/campaigns/${id}/edit/schedule`;

  await editor.client.post(approvals, { note: '午前中に' });
  expect(await mailed()).toEqual([
    {
      to: email,
      subject: 'キャンペーンの承認をお願いします',
      lines: [
        'ほかのメンバーが、配信の前の承認を依頼しました。',
        '',
        '件名: 春のお知らせ',
        '宛先: 3 人',
        '伝言: 午前中に',
        '',
        '内容をお確かめの上、承認するか、差し戻してください。',
        link,
      ],
    },
  ]);
  const { requestedBy, ...open } = (await viewer.client.get('/api/v1/campaign-approvals')).body
    .items[0];
  expect(open).toEqual({
    campaignId: id,
    subject: '春のお知らせ',
    recipients: 3,
    requestedAt: '2026-04-01T00:00:00.000Z',
    note: '午前中に',
  });
  expect(requestedBy).toBe((await editor.client.get('/api/v1/me')).body.id);

  await client.post(`${approvals}/decide`, { decision: 'rejected', reason: '価格が違います' });
  expect(await mailed()).toEqual([
    {
      to: editor.email,
      subject: 'キャンペーンは承認されませんでした',
      lines: [
        '依頼なさったキャンペーンは承認されませんでした。直してから、もう一度依頼できます。',
        '',
        '件名: 春のお知らせ',
        '理由: 価格が違います',
        '',
        link,
      ],
    },
  ]);
  expect((await client.get('/api/v1/campaign-approvals')).body).toEqual({ items: [] });
});
