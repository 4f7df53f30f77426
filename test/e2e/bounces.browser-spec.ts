import { aDraft } from '#lib/campaigns/testing';
import { activeTenant } from '#lib/contracts/testing';
import { someSubscribers, aNewsletter } from '#lib/subscribers/testing';
import { accessibilityProblems, openBrowser } from '#test/browser';
import { comesTo } from '#test/comes-to';
import { memberPage } from '#test/console-member';
import { consoleOperator, rowsIn } from '#test/console-operator';
import { startCalendarPlatform } from '#test/platform';
import type { CalendarPlatform } from '#test/platform';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';

let sink: SmtpSink;
let platform: CalendarPlatform;
let browser: Browser;
let tenant: Awaited<ReturnType<typeof activeTenant>>;
let id: string;

const named = (name: string, domain: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${name}${i}@${domain}`);

/** A campaign of which 21 of 203 mails come back, three of them for the sender's sake, and which busy readers keep under way. */
beforeAll(async () => {
  sink = await startSink({
    act: (step, { to }) => {
      if (step !== 'RCPT') return undefined;
      if (to.startsWith('gone')) return `550 5.1.1 <${to}>: User unknown`;
      if (to.startsWith('blocked')) return '550 5.7.1 refused because of its sender';
      return to.startsWith('busy') ? '451 4.3.2 Come later' : undefined;
    },
  });
  [platform, browser] = await Promise.all([
    startCalendarPlatform('2026-04-01T09:00:00+09:00', { SMTP_URL: sink.url }),
    openBrowser(),
  ]);
  tenant = await activeTenant(platform, { slug: 'sakura', name: 'さくら書店' });
  const newsletterId = await aNewsletter(platform, tenant.tenantId);
  const readers = [
    ...named('gone', 'crowd.example.jp', 20),
    ...named('gone', 'lonely.example.jp', 1),
    ...named('blocked', 'strict.example.jp', 3),
    ...named('reader', 'crowd.example.jp', 180),
    ...named('busy', 'crowd.example.jp', 5),
  ];
  await someSubscribers(platform, tenant.tenantId, newsletterId, readers);
  id = await aDraft(tenant.client, newsletterId, { subject: '四月のたより' });
  await tenant.client.post(`/api/v1/campaigns/${id}/send-now`);
  await platform.until('2026-04-01T09:00:10+09:00');
});

afterAll(async () => {
  await browser.close();
  await platform.stop();
  await sink.stop();
});

it('a member sees what came back by reason, domain and campaign, and masked lines alone', async () => {
  const page = await memberPage(platform, browser, tenant, '/bounces');
  expect(await rowsIn(page, '配信ごと')).toEqual([['四月のたより', '204', '24 (11.8%)', '0 (0%)']]);
  expect(await rowsIn(page, 'ドメインごと')).toEqual([
    ['crowd.example.jp', '20 (83.3%)'],
    ['そのほかのドメイン', '4 (16.7%)'],
  ]);
  await page.getByRole('combobox', { name: '理由' }).selectOption('受信側の方針');
  await comesTo(
    async () => (await rowsIn(page, '届かなかったメール')).map(([, line]) => line),
    ['b***', 'b***', 'b***'],
  );
  expect(await page.locator('body').innerText()).not.toMatch(/lonely|strict|gone\d|blocked\d/);
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.goto(`${platform.url}/console/campaigns/${id}`);
  await page.getByText('確認のため止まっています').waitFor();
});

it('an operator reads of it, sees who refuses us, and lets it go on, which the tenant is told', async () => {
  const operator = await consoleOperator(platform, browser, 'ichiro');
  const { page } = operator;
  await operator.open('/reputation');
  expect(await rowsIn(page, '送信側に原因のある拒否')).toMatchObject([
    ['さくら書店', '受信側の方針', '3', 'strict.example.jp', expect.stringContaining('一時停止中')],
  ]);
  expect(await rowsIn(page, '契約者ごとの不達と苦情')).toEqual([
    ['さくら書店', '204', '21 (10.3%)', '0 (0%)'],
  ]);
  const held = await rowsIn(page, '品質基準による保留');
  expect(held).toMatchObject([['さくら書店', expect.anything(), '204', '10.3%', '0%', '判断待ち']]);
  expect(await accessibilityProblems(page)).toEqual([]);
  await operator.open('/approvals');
  expect(await accessibilityProblems(page)).toEqual([]);
  await operator.act('再開する', { 理由: '名簿を確認しました' }, '配信を再開しました');
  await operator.open('/reputation');
  await page.getByText('名簿を確認しました').waitFor();
  await platform.until('2026-04-01T09:01:00+09:00');
  expect((await tenant.client.get(`/api/v1/campaigns/${id}`)).body.status).toBe('sending');
  const member = await memberPage(platform, browser, tenant, '/notices');
  await member.getByText('配信の保留を解除しました').waitFor();
});
