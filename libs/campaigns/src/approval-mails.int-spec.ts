import { AddOperator } from '#lib/accounts';
import { aMember, testPassword } from '#lib/accounts/testing';
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

it('operators who may decide are told that a mail about an election waits, the others are not', async () => {
  for (const role of ['admin', 'support'] as const)
    await app.get(AddOperator).execute({
      email: `${role}@operator.example.jp`,
      name: role,
      role,
      password: testPassword,
    });
  const { tenantId, client } = await activeTenant(app, { slug: 'election' });
  const newsletterId = await aNewsletter(app, tenantId);
  await someSubscribers(app, tenantId, newsletterId, 2);
  const id = await aDraft(client, newsletterId, { category: 'election' });
  await mailed();
  const approvals = `/api/v1/campaigns/${id}/approvals`;
  await client.post(approvals, { by: 'operator', note: '古い依頼' });
  await client.post(approvals, { by: 'operator' });
  expect(await mailed()).toEqual([
    {
      to: 'admin@operator.example.jp',
      subject: '選挙に関する配信の審査をお願いします: テスト商店',
      lines: [
        '選挙に関する内容と申告された配信が、審査を待っています。承認されるまで配信は始まりません。',
        '',
        '契約者: テスト商店',
        '件名: 春のお知らせ',
        '宛先: 2 人',
        '',
        '次の画面で内容をお確かめの上、承認するか、差し戻してください。',
        `${app.get(Config).publicUrl}/console/operator/approvals`,
      ],
    },
  ]);
});
