import { testPassword } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { aDraft } from '#lib/campaigns/testing';
import { activeTenant } from '#lib/contracts/testing';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { accessibilityProblems, openBrowser } from '#test/browser';
import { startCalendarPlatform } from '#test/platform';
import type { CalendarPlatform } from '#test/platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';

let platform: CalendarPlatform;
let browser: Browser;
let page: Page;
let client: TestClient;
let email: string;
let campaignId: string;
const faults: string[] = [];

beforeAll(async () => {
  [platform, browser] = await Promise.all([startCalendarPlatform(), openBrowser()]);
  const tenant = await activeTenant(platform, {});
  ({ client, email } = tenant);
  const newsletterId = await aNewsletter(platform, tenant.tenantId);
  await someSubscribers(platform, tenant.tenantId, newsletterId, ['a@example.jp']);
  campaignId = await aDraft(client, newsletterId, { html: null, text: '' });
  page = await browser.newPage({ locale: 'ja-JP', viewport: { width: 1280, height: 900 } });
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
  await page.request.post(`${platform.url}/api/v1/session`, {
    data: { email, password: testPassword, tenant: tenant.slug },
  });
});

afterAll(async () => {
  await browser.close();
  await platform.stop();
});

/** By keyboard alone: reached by the focus and struck. */
const strike = (button: Locator): Promise<void> => button.press('Enter');
const button = (name: string) => page.getByRole('button', { name, exact: true });
const field = (name: string) => page.getByRole('textbox', { name, exact: true });
const mail = () => field('本文のブロック');
const saved = () => page.getByText('保存済み').waitFor();

const storedDraft = async () => (await client.get(`/api/v1/campaigns/${campaignId}`)).body;

const newestTest = async () => {
  const mails = await platform.mailbox.whenArrived({ to: email });
  const opened = await Promise.all(mails.map(({ id }) => platform.mailbox.open(id)));
  return opened.find(({ subject }) => subject.includes('春のお知らせ')) ?? { html: '', text: '' };
};

describe('a mail built of blocks', () => {
  it('by keyboard alone: words, a heading, a button, columns', async () => {
    await page.goto(`${platform.url}/console/campaigns/${campaignId}/edit/content`);
    await strike(button('ブロックで組み立てる'));
    await mail().focus();
    await page.keyboard.type('春のご案内');
    await page.getByRole('combobox', { name: '段落の種類' }).selectOption('1');
    await mail().press('Enter');
    await page.keyboard.type('新しい本が');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('届きました。');
    await page.keyboard.press('Control+b');
    await page.keyboard.press('Enter');
    await strike(button('ボタン'));
    // What can be set of the new button has the focus.
    await page.keyboard.type('本を見る');
    await field('リンク先の URL').fill('https://sakura.example.jp/books?a=1&b=2');
    await strike(button('ボタン: 上へ'));
    await strike(button('区切り線'));
    await strike(button('2 段'));
    await page.keyboard.type('左の段');
    await saved();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await storedDraft()).toMatchObject({
      format: 'blocks',
      text: [
        '■ 春のご案内',
        '本を見る\nhttps://sakura.example.jp/books?a=1&b=2',
        '-'.repeat(40),
        // Behind a line the cursor is in what follows.
        '新しい本が届きました。',
        '左の段',
      ].join('\n\n'),
    });
  });

  it('is seen as it will look, keeps what an input method composes, and survives a reload', async () => {
    const cdp = await page.context().newCDPSession(page);
    await mail().press('Control+End');
    await cdp.send('Input.imeSetComposition', {
      text: 'さくら',
      selectionStart: 3,
      selectionEnd: 3,
    });
    await cdp.send('Input.insertText', { text: '桜' });
    await saved();
    await page.reload();
    await mail().getByText('桜').waitFor();
    const preview = page.frameLocator('iframe');
    await preview.getByRole('heading', { name: '春のご案内' }).waitFor();
    await preview.getByRole('link', { name: '本を見る' }).waitFor();
    expect((await storedDraft()).text).toContain('桜');
  });

  it('arrives as it was built', async () => {
    await strike(button('テスト送信'));
    await page.getByText('ご自分のアドレスへテストを送りました').first().waitFor();
    await platform.drain.runDue();
    const arrived = await newestTest();
    const { html, text } = arrived;
    expect([
      /<h1[^>]*>春のご案内<\/h1>/.test(html),
      /<strong>届きました。<\/strong>/.test(html),
      /<a\s+href="https:\/\/sakura\.example\.jp\/books\?a=1&amp;b=2"[^>]*>\s*本を見る/.test(html),
      html.indexOf('本を見る') < html.indexOf('新しい本が'),
      text.includes('本を見る\nhttps://sakura.example.jp/books?a=1&b=2'),
    ]).toEqual([true, true, true, true, true]);
  });

  it('runs under the policy of the console without a fault', () => {
    expect(faults).toEqual([]);
  });
});
