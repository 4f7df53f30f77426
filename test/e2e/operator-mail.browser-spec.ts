import { activeTenant } from '#lib/contracts/testing';
import { handOver } from '#lib/inbound/testing';
import { accessibilityProblems, openBrowser } from '#test/browser';
import { memberPage } from '#test/console-member';
import { chooseTenant, consoleOperator, factsIn, rowsIn, sectionOf } from '#test/console-operator';
import type { ConsoleOperator } from '#test/console-operator';
import { startCalendarPlatform } from '#test/platform';
import type { CalendarPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';

const domain = 'mail.hikyaku.test';

let platform: CalendarPlatform;
let browser: Browser;
let anna: ConsoleOperator;
let tenant: Awaited<ReturnType<typeof activeTenant>>;

beforeAll(async () => {
  [platform, browser] = await Promise.all([
    startCalendarPlatform('2026-04-01T09:00:00+09:00', { DNS_SERVERS: '127.0.0.1:9' }),
    openBrowser(),
  ]);
  tenant = await activeTenant(platform, { slug: 'sakura', name: 'さくら書店' });
  anna = await consoleOperator(platform, browser, 'anna');
});

afterAll(async () => {
  await browser.close();
  await platform.stop();
});

const mail = async (to: string, from: string, ...lines: string[]): Promise<void> => {
  const raw = Buffer.from([`From: ${from}`, ...lines].join('\r\n'));
  await handOver(platform.inboundPort, { from, to: `${to}@${domain}`, raw });
  await platform.drain.runDue();
};

it('a tenant reads where to write to, and that its letter arrives when our server takes it', async () => {
  const page = await memberPage(platform, browser, tenant, '/support');
  await page.getByRole('link', { name: `notice-sakura@${domain}` }).waitFor();
  expect(await factsIn(sectionOf(page, '連絡先'))).toMatchObject({
    質問のメール: `support-sakura@${domain}`,
    契約の通知のメール: `notice-sakura@${domain}`,
  });
  await page.goto(`${platform.url}/console/contract/end`);
  await page.getByRole('link', { name: `notice-sakura@${domain}` }).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.close();
});

it('an operator sees who wrote a notice, and takes it from its arrival', async () => {
  await platform.until('2026-08-31T23:59:00+09:00');
  await mail('notice-sakura', 'stranger@example.jp', 'Subject: =?UTF-8?B?6Kej57SE?=', '', 'Bye');
  await platform.until('2026-09-05T10:00:00+09:00');
  await anna.open('/approvals');
  const { page } = anna;
  expect(await rowsIn(page, '契約宛てのメール')).toEqual([
    [
      expect.stringMatching(/^さくら書店 stranger@example\.jp 届出にないアドレス 差出人は未確認$/),
      expect.stringMatching(/23:59/),
      expect.stringContaining('解約'),
      expect.stringContaining('解約通知とする'),
    ],
  ]);
  expect(await accessibilityProblems(page)).toEqual([]);
  await anna.act('解約通知とする', {}, /解約通知として受け付けました/);
  const contract = `/api/v1/operator/tenants/${tenant.tenantId}/contract`;
  const { endDate } = (await (await page.request.get(`${platform.url}${contract}`)).json()) as {
    endDate: string;
  };
  expect(endDate).toBe('2026-09-30');
});

it('a letter to everybody’s address goes where an operator says: to the inquiries', async () => {
  await mail('notice', 'taro@example.jp', 'Subject: How', 'Reply-To: desk@example.jp', '', 'How?');
  await anna.open('/approvals');
  await anna.act('問い合わせとする', {}, '問い合わせに移しました');
  await anna.open('/inquiries');
  const { page } = anna;
  await page.getByRole('link', { name: 'How' }).click();
  await page.getByText('差出人の確認 (DMARC)').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
});

it('a notice to everybody’s address is the tenant’s whom an operator names', async () => {
  await mail('notice', 'taro@example.jp', 'Subject: Bye', '', 'Sakura here. Bye.');
  await anna.open('/approvals');
  const { page } = anna;
  await page.getByRole('button', { name: '解約通知とする' }).click();
  const dialog = page.getByRole('dialog');
  await chooseTenant(page, 'さくら', 'さくら書店 (sakura)');
  await dialog.getByRole('button', { name: '解約通知とする' }).click();
  await page.getByText(/解約通知として受け付けました/).waitFor();
  const path = `/api/v1/operator/tenants/${tenant.tenantId}/contract`;
  const { endNotices } = (await (await page.request.get(`${platform.url}${path}`)).json()) as {
    endNotices: { channel: string; reason: string }[];
  };
  expect(endNotices.map(({ channel, reason }) => [channel, reason])).toEqual([
    ['mail', '解約'],
    ['mail', 'Bye'],
  ]);
});

it('what went round in circles is counted', async () => {
  const hands = Array.from({ length: 31 }, () => 'Received: from a by b');
  await mail('support', 'taro@example.jp', ...hands, '', 'x');
  await anna.open('/reputation');
  const rows = await rowsIn(anna.page, '届いたメール');
  expect(rows.map(([, outcome, count]) => [outcome, count])).toContainEqual([
    'ループ (捨てた)',
    '1',
  ]);
  expect(await accessibilityProblems(anna.page)).toEqual([]);
});
