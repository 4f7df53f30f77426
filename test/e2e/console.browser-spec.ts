import { accessibilityProblems, openBrowser } from '#test/browser';
import { eventually } from '#test/eventually';
import { startProgram } from '#test/program';
import type { Program } from '#test/program';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import type { Browser, Page } from 'playwright-core';

const password = 'Sunflower-42-river';
const owner = 'okami@sakura.example.jp';

let program: Program;
let sink: SmtpSink;
let browser: Browser;
let page: Page;
/** While it is shut, the relay keeps its answer to each mail to itself. */
let gate: Promise<void> | undefined;
let openGate = (): void => undefined;
const faults: string[] = [];

beforeAll(async () => {
  sink = await startSink({ beforeDot: () => gate ?? Promise.resolve() });
  [program, browser] = await Promise.all([
    startProgram({ SMTP_URL: sink.url, SMTP_CONNECTIONS: '1' }),
    openBrowser(),
  ]);
  const context = await browser.newContext({
    locale: 'ja-JP',
    viewport: { width: 1280, height: 900 },
  });
  page = await context.newPage();
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on(
    'console',
    (line) =>
      line.type() === 'error' &&
      !line.text().startsWith('Failed to load resource') &&
      faults.push(line.text()),
  );
  // A browser writes every refusal into its console; the first look before a sign-in is one.
  page.on('response', (response) => {
    const expected = response.status() === 401 && response.url().endsWith('/api/v1/me');
    if (response.status() >= 400 && !expected)
      faults.push(`${response.status()} ${response.url()}`);
  });
});

afterAll(async () => {
  openGate();
  await browser.close();
  await program.stop();
  await sink.stop();
});

const go = (path: string): Promise<unknown> => page.goto(program.url + path);
const button = (name: string) => page.getByRole('button', { name, exact: true });
const heading = (name: string) => page.getByRole('heading', { name, exact: true });

/** The button of the question that a verb asks before it acts. */
const agree = (name: string): Promise<void> =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

const linkIn = async (to: string, path: string): Promise<string> =>
  eventually(async () => {
    const link = new RegExp(`${program.url}/${path}/[^\\s"<]+`);
    for (const mail of sink.mails.filter((sent) => sent.to === to)) {
      const found = link.exec((await simpleParser(mail.data)).text ?? '')?.[0];
      if (found) return found;
    }
    throw new Error(`No /${path}/ for ${to}`);
  });

const signUp = async (address: string): Promise<void> => {
  const reader = await browser.newPage({ locale: 'ja-JP' });
  await reader.goto(`${program.url}/t/sakura/weekly`);
  await reader.getByLabel('メールアドレス').fill(address);
  await reader.getByLabel('広告を含む').check();
  await reader.getByRole('button', { name: '登録を申し込む' }).click();
  await reader.getByRole('heading', { name: 'メールをご確認ください' }).waitFor();
  await reader.goto(await linkIn(address, 'confirm'));
  await reader.getByRole('button', { name: '登録を確定する' }).click();
  await reader.getByRole('heading', { name: '登録が完了しました' }).waitFor();
  await reader.close();
};

const expectNoBarriers = async (): Promise<void> => {
  expect([page.url(), await accessibilityProblems(page)]).toEqual([page.url(), []]);
};

const compose = async (subject: string): Promise<void> => {
  await go('/console/campaigns');
  await button('新しく作る').first().click();
  await page.getByRole('checkbox', { name: '週刊さくら' }).check();
  await page.getByText(/いまの宛先 \d+ 人/).waitFor();
  await expectNoBarriers();
  await button('内容へ').click();
  await page.getByRole('textbox', { name: '件名', exact: true }).fill(subject);
  await page
    .getByLabel('本文 (テキスト)')
    .fill('こんにちは。\n\n春の本が届きました。\nhttps://example.jp/haru\n');
  await page.getByText('保存済み').waitFor();
  await page.getByRole('region', { name: 'テキスト' }).getByText('春の本が届きました。').waitFor();
  await expectNoBarriers();
  await button('確認へ').click();
  await page.getByText('送信できます', { exact: true }).waitFor();
  await expectNoBarriers();
  await button('日時へ').click();
};

describe('the first campaign of a new tenant', () => {
  it('the owner accepts the invitation and signs in to the console', async () => {
    const registered = await program.operator.post('/api/v1/operator/tenants', {
      slug: 'sakura',
      name: 'さくら書店',
      locale: 'ja',
      ownerEmail: owner,
    });
    const tenant = `/api/v1/operator/tenants/${String(registered.body.id)}`;
    const opened = await program.operator.post(`${tenant}/contract`, {
      serviceStartDate: '2026-01-01',
    });
    expect([registered.status, opened.status]).toEqual([201, 201]);
    await page.goto(await linkIn(owner, 'invitation'));
    await page.getByLabel('お名前').fill('女将 さくら');
    await page.getByLabel('パスワード').fill(password);
    await button('参加する').click();
    await heading('登録が完了しました').waitFor();
    await go('/console/campaigns');
    await heading('サインイン').waitFor();
    await expectNoBarriers();
    await page.getByLabel('メールアドレス').fill(owner);
    await page.getByLabel('パスワード', { exact: true }).fill(password);
    await button('サインイン').click();
    // Back where they wanted to be.
    await heading('キャンペーン').waitFor();
    await page.getByText('まだキャンペーンがありません').waitFor();
    await expectNoBarriers();
  });

  it('the home page says what to do first', async () => {
    await go('/console/');
    await page.getByRole('link', { name: '1. 送信者情報を登録する' }).waitFor();
    await expectNoBarriers();
    const answer = await page.evaluate(async () => {
      const me = (await (await fetch('/api/v1/me')).json()) as { csrfToken: string };
      const current = await fetch('/api/v1/settings/sender');
      const changed = await fetch('/api/v1/settings/sender', {
        method: 'PUT',
        headers: {
          'Content-Type': 'application/json',
          'X-CSRF-Token': me.csrfToken,
          'If-Match': current.headers.get('etag') ?? '',
        },
        body: JSON.stringify({
          senderName: 'さくら書店',
          fromAddress: 'tayori@sakura.example.jp',
          legal: {
            name: 'さくら書店株式会社',
            postalAddress: '〒100-0001 東京都千代田区千代田1-1',
            contact: 'https://sakura.example.jp/contact',
          },
        }),
      });
      return changed.status;
    });
    expect(answer).toBe(200);
    await page.reload();
    await page.getByRole('link', { name: '2. 登録フォームを公開する' }).click();
    await heading('メールマガジン').waitFor();
  });

  it('makes a newsletter and publishes its form, and readers sign up', async () => {
    await button('新しく作る').first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: '名前', exact: true }).fill('週刊さくら');
    await dialog.getByRole('textbox', { name: 'アドレス用の名前' }).fill('weekly');
    await dialog.getByRole('button', { name: '作成してフォームへ' }).click();
    await heading('週刊さくら の登録フォーム').waitFor();
    await page.getByLabel('紹介文 (日本語)').fill('毎週の新刊をお知らせします。');
    await expectNoBarriers();
    await button('公開する').click();
    await agree('公開する');
    await page.getByRole('link', { name: '登録ページを開く' }).waitFor();
    await expectNoBarriers();
    await signUp('hanako@example.jp');
    await signUp('taro@example.jp');
  });

  it('writes, checks, sends, and sees the report', async () => {
    await compose('春の新刊');
    await page.getByText(/に 2 人へ配信します。/).waitFor();
    await expectNoBarriers();
    await page.getByRole('radio', { name: '今すぐ送る' }).check();
    await button('今すぐ配信する').click();
    await agree('今すぐ配信する');
    await heading('春の新刊').waitFor();
    await page.getByText('配信完了').first().waitFor();
    await page.getByText('合計が一致しています。').waitFor();
    await expectNoBarriers();
    const subjects = await Promise.all(
      sink.mails
        .filter(({ to }) => ['hanako@example.jp', 'taro@example.jp'].includes(to))
        .map(async ({ data }) => (await simpleParser(data)).subject),
    );
    expect(subjects.filter((subject) => subject === '春の新刊').length).toBe(2);
  });
});

describe('a campaign that must be stopped', () => {
  it('while it is being sent: says what will happen, and what did', async () => {
    await signUp('saburo@example.jp');
    gate = new Promise((resolve) => (openGate = resolve));
    await compose('止める配信');
    await page.getByRole('radio', { name: '今すぐ送る' }).check();
    await button('今すぐ配信する').click();
    await agree('今すぐ配信する');
    await button('中止').click();
    await page.getByText(/まだ送っていない \d+ 通は送られません。/).waitFor();
    await expectNoBarriers();
    await agree('中止');
    await page
      .getByText(
        /止めました。送ったもの \d+ 通、送信中だったもの \d+ 通、送らなかったもの \d+ 通。/,
      )
      .waitFor();
    openGate();
    await page.getByText('途中で中止しました').waitFor();
    await page.getByText('合計が一致しています。').waitFor();
    await expectNoBarriers();
  });

  it('before its time: nothing leaves, and the receipt says so', async () => {
    await compose('取り消す配信');
    await button('予約する').click();
    await agree('予約する');
    await button('配信を取り消す').click();
    await agree('配信を取り消す');
    await page.getByText('取り消しました。1 通も送られていません。').waitFor();
    await heading('取り消す配信').waitFor();
    await expectNoBarriers();
  });
});

describe('the console as a whole', () => {
  it.each([
    ['en', 'Page not found'],
    ['ja', 'ページが見つかりません'],
  ])('says in %s, whatever the browser speaks, that there is no such page', async (lang, title) => {
    await go(`/console/nowhere?lang=${lang}`);
    await heading(title).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe(lang);
    await expectNoBarriers();
  });

  it('runs under its policy without a fault', () => {
    expect(faults).toEqual([]);
  });

  it('is served with a strict policy, and its assets for ever', async () => {
    const index = await fetch(`${program.url}/console/campaigns/any/edit`);
    const html = await index.text();
    const asset = /src="(\/console\/assets\/[^"]+\.js)"/.exec(html)?.[1] ?? '';
    const script = await fetch(program.url + asset, { headers: { 'Accept-Encoding': 'br' } });
    expect([
      index.headers.get('cache-control'),
      index.headers.get('content-security-policy')?.includes("script-src 'self';"),
      /<script(?![^>]*\ssrc=)/.test(html),
      script.headers.get('cache-control'),
      script.headers.get('content-encoding'),
      (await fetch(`${program.url}/console/assets/none.js`)).status,
    ]).toEqual(['no-cache', true, false, 'public, max-age=31536000, immutable', 'br', 404]);
  });
});
