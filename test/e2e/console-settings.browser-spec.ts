import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { testPassword } from '#lib/accounts/testing';
import { aDraft } from '#lib/campaigns/testing';
import { activeTenant } from '#lib/contracts/testing';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { accessibilityProblems, openBrowser } from '#test/browser';
import { startDnsServer } from '#test/dns-server';
import type { DnsServer } from '#test/dns-server';
import { startCalendarPlatform } from '#test/platform';
import type { CalendarPlatform } from '#test/platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';

let platform: CalendarPlatform;
let browser: Browser;
let page: Page;
let dns: DnsServer;
let receiver: Server;
let email: string;
let sent: string;
let draft: string;
let received: string[];

beforeAll(async () => {
  received = [];
  receiver = createServer((request, response) => {
    received.push(String(request.headers['webhook-id'] ?? ''));
    request.resume().on('end', () => response.writeHead(204).end());
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  dns = await startDnsServer();
  const env = { WEBHOOKS_TO_PRIVATE_NETWORKS: 'true', DNS_SERVERS: dns.address };
  [platform, browser] = await Promise.all([startCalendarPlatform(undefined, env), openBrowser()]);
  const tenant = await activeTenant(platform);
  const { client, tenantId, slug } = tenant;
  ({ email } = tenant);
  const newsletterId = await aNewsletter(platform, tenantId);
  await someSubscribers(platform, tenantId, newsletterId, 2);
  sent = await aDraft(client, newsletterId);
  draft = await aDraft(client, newsletterId);
  const context = await browser.newContext({
    locale: 'ja-JP',
    baseURL: platform.url,
    colorScheme: 'dark',
    viewport: { width: 1280, height: 900 },
  });
  const data = { email, password: testPassword, tenant: slug };
  expect((await context.request.post('/api/v1/session', { data })).status()).toBe(200);
  page = await context.newPage();
});

afterAll(async () => {
  await browser.close();
  await platform.stop();
  await dns.stop();
  receiver.close();
});

const button = (name: string | RegExp): Locator => page.getByRole('button', { name, exact: true });
const agree = (name: string): Promise<void> =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

/** The page is there, and all that it had to fetch. */
const settled = async (): Promise<void> => {
  await page.locator('h1').first().waitFor();
  await page.locator('[role=status] .mantine-Skeleton-root').first().waitFor({ state: 'detached' });
};

describe('webhooks', () => {
  it('an endpoint is added, its secret shown once, tried, and its history read', async () => {
    await page.goto('/console/settings/webhooks');
    await page.getByText('まだ知らせる先はありません').waitFor();
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
    await page.getByLabel('URL').fill(url);
    await page.getByRole('checkbox', { name: '配信の完了' }).check();
    await button('追加する').click();
    const secret = page.getByRole('status').filter({ hasText: 'いまだけ表示されます' });
    expect(await secret.locator('code').textContent()).toMatch(/^whsec_\S{32,}$/);
    expect(await accessibilityProblems(page)).toEqual([]);
    await button('試しに送る').click();
    await page.getByText('試しの知らせを送りました').first().waitFor();
    await platform.drain.runDue();
    await page.reload();
    await page.getByRole('row').filter({ hasText: '届きました' }).waitFor();
    expect(received).toHaveLength(1);
    expect(await secret.count()).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});

describe('a leak', () => {
  const newPassword = 'midori-no-kisetsu-2026';

  const linkToNewPassword = async (): Promise<string> => {
    const mails = await platform.mailbox.whenArrived({ to: email });
    const opened = await Promise.all(mails.map(({ id }) => platform.mailbox.open(id)));
    const texts = opened.map(({ text }) => text).join('\n');
    return /\/password-reset\/\S+/.exec(texts)?.[0] ?? 'no link';
  };

  /** What a campaign that shall leave is answered with. */
  const sendNow = async (): Promise<string> => {
    const me = (await (await page.request.get('/api/v1/me')).json()) as { csrfToken: string };
    const headers = { 'X-CSRF-Token': me.csrfToken };
    const answer = await page.request.post(`/api/v1/campaigns/${sent}/send-now`, { headers });
    return answer.text();
  };

  it('is reported: everything stops, until an owner has put it right', async () => {
    await page.goto('/console/settings/security');
    await page.getByRole('radio', { name: 'API キー' }).check();
    await button('報告して配信を止める').click();
    await agree('報告して配信を止める');
    await page.getByText('漏えいの報告を受け付けました').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await platform.drain.runDue();
    await page.goto(await linkToNewPassword());
    await page.getByLabel('新しいパスワード').fill(newPassword);
    await button('変更する').click();
    await page.getByRole('link', { name: 'サインインへ' }).click();
    await page.getByLabel('メールアドレス').fill(email);
    await page.getByLabel('パスワード', { exact: true }).fill(newPassword);
    await button('サインイン').click();
    await page.getByText('漏えいの報告により、すべての配信を止めています').waitFor();
    await settled();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await sendNow()).toMatch(/このままでは配信できません。.*漏えい/);
    await page.goto('/console/settings/security');
    await button('配信を再開する').click();
    await agree('配信を再開する');
    await button('報告して配信を止める').waitFor();
    expect(await sendNow()).toMatch(/"status":"sending"/);
  });
});

describe('sending domains', () => {
  it('a domain is added, its records shown, and the DNS looked at again', async () => {
    await page.goto('/console/settings/domains');
    await page.getByText('送信ドメインがまだありません').waitFor();
    await page.getByLabel('ドメイン', { exact: true }).fill('shop.example.jp');
    await button('ドメインを追加').click();
    const section = page.locator('section', {
      has: page.getByRole('heading', { name: 'shop.example.jp' }),
    });
    await section.getByText('DKIM (署名)').first().waitFor();
    expect(await section.locator('code').allTextContents()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/\._domainkey\.shop\.example\.jp$/),
        expect.stringMatching(/^v=DKIM1;/),
      ]),
    );
    await button('もう一度確認').click();
    await page.getByText('まだ足りないレコードがあります').first().waitFor();
    await section.getByText('誤り').first().waitFor();
    const published = await section.locator('code').allTextContents();
    for (const [at, value] of published.entries())
      if (/^v=(DKIM1|spf1|DMARC1)/.test(value)) dns.txt(published[at - 1] ?? '', value);
    await button('もう一度確認').click();
    await section.getByText('認証済み').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});

it.each([
  ['home', ''],
  ['composer', 'campaigns/:draft/edit/schedule'],
  ['report', 'campaigns/:sent'],
  ['billing', 'billing'],
  ['settings', 'settings/sender'],
])('%s keeps nobody out in the dark', async (_, path) => {
  await page.goto(`/console/${path.replace(':draft', draft).replace(':sent', sent)}`);
  await settled();
  expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
  expect(await accessibilityProblems(page)).toEqual([]);
});
