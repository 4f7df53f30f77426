import { handOver } from '#lib/inbound/testing';
import { aBookShop } from '#test/book-shop';
import { accessibilityProblems, openBrowser } from '#test/browser';
import { comesTo } from '#test/comes-to';
import { eventually } from '#test/eventually';
import { freePort } from '#test/free-port';
import { startProgram } from '#test/program';
import type { Program } from '#test/program';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import jsQR from 'jsqr';
import type { Browser, Locator, Page } from 'playwright-core';

/** As docomo issued them until 2009; a QR code is how such telephones signed up. */
const phone = 'taro..saku.@docomo.ne.jp';
const hanako = 'hanako@example.jp';

let program: Program;
let browser: Browser;
let inboundPort: number;
let page: Page;

beforeAll(async () => {
  inboundPort = await freePort();
  const env = { INBOUND_PORT: String(inboundPort), DNS_SERVERS: '127.0.0.1:9' };
  [program, browser] = await Promise.all([startProgram(env), openBrowser()]);
  const { credentials } = await aBookShop(program);
  const context = await browser.newContext({
    locale: 'ja-JP',
    permissions: ['clipboard-read', 'clipboard-write'],
    viewport: { width: 1280, height: 900 },
  });
  await context.request.post(`${program.url}/api/v1/session`, { data: credentials });
  page = await context.newPage();
});

afterAll(async () => {
  await browser.close();
  await program.stop();
});

const button = (name: string): Locator => page.getByRole('button', { name, exact: true });

const expectNoBarriers = async (): Promise<void> => {
  expect([page.url(), await accessibilityProblems(page)]).toEqual([page.url(), []]);
};

/** The points of a picture, four figures each. */
const pointsOf = async (
  png: string,
): Promise<{ data: number[]; width: number; height: number }> => {
  const desk = await browser.newPage();
  const points = await desk.evaluate<{ data: number[]; width: number; height: number }>(
    `(async () => {
      const image = new Image();
      image.src = 'data:image/png;base64,${png}';
      await image.decode();
      const { width, height } = image;
      const pen = new OffscreenCanvas(width, height).getContext('2d');
      pen.drawImage(image, 0, 0);
      return { width, height, data: [...pen.getImageData(0, 0, width, height).data] };
    })()`,
  );
  await desk.close();
  return points;
};

/** What a telephone reads that is held before the screen, as soon as the picture is there. */
const scan = (picture: Locator): Promise<string> =>
  eventually(async () => {
    const screen = await picture.screenshot();
    const { data, width, height } = await pointsOf(screen.toString('base64'));
    const code = jsQR.default(new Uint8ClampedArray(data), width, height);
    if (!code) throw new Error('The picture is unreadable');
    return code.data;
  });

const confirm = async (reader: Page, address: string, recipient = address): Promise<void> => {
  const [mail] = await program.mailsTo(recipient);
  expect(mail?.subject).toBe('【週刊さくら】メールアドレスの確認をお願いします');
  await reader.goto(/https?:\S+\/confirm\/\S+/.exec(mail?.text ?? '')?.[0] ?? address);
  await reader.getByRole('button', { name: '登録を確定する' }).click();
  await reader.getByRole('heading', { name: '登録が完了しました' }).waitFor();
  await reader.close();
};

it('a member builds a form and sees at once how it will look', async () => {
  await page.goto(`${program.url}/console/newsletters`);
  await button('新しく作る').first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '名前', exact: true }).fill('週刊さくら');
  await dialog.getByRole('textbox', { name: 'アドレス用の名前' }).fill('weekly');
  await dialog.getByRole('button', { name: '作成してフォームへ' }).click();
  await page.getByLabel('紹介文 (日本語)').fill('毎週の新刊をお知らせします。');
  await page.getByLabel('紹介文 (English)').fill('New books every week.');
  await button('項目を追加').click();
  const field = page.getByRole('group', { name: '項目 2' });
  await field.getByLabel('見出し (日本語)').fill('好きな作家');
  await field.getByLabel('見出し (英語)').fill('Favourite author');
  const preview = page.locator('section', {
    has: page.getByRole('heading', { name: 'プレビュー' }),
  });
  const shown = preview.locator('[lang=ja]');
  await comesTo(
    async () => (await shown.innerText()).split('\n').filter(Boolean),
    [
      '週刊さくら',
      '毎週の新刊をお知らせします。',
      'メールアドレス',
      'お名前 (任意)',
      '好きな作家 (任意)',
      'ご入力いただいた個人情報は、さくら書店がメールマガジンの配信のために利用します。登録の日時やアクセスの記録を保存します。',
      '広告を含むメールを受け取ることに同意します。',
      '登録を申し込む',
    ],
  );
  await preview.getByText('English', { exact: true }).click();
  await preview.locator('[lang=en]').getByText('New books every week.').waitFor();
  await expectNoBarriers();
  await button('公開する').click();
  await page.getByRole('dialog').getByRole('button', { name: '公開する' }).click();
  await page.getByRole('link', { name: '登録ページを開く' }).waitFor();
});

it('copies the form into a page of the own site, where a reader signs up', async () => {
  await button('HTML をコピー').click();
  await button('コピーしました').waitFor();
  const html = await page.evaluate<string>('navigator.clipboard.readText()');
  const reader = await browser.newPage({ locale: 'ja-JP' });
  await reader.setContent(html);
  await reader.getByLabel('メールアドレス').fill(hanako);
  await reader.getByLabel('好きな作家').fill('川端');
  await reader.getByLabel('広告を含むメールを受け取ることに同意します。').check();
  await reader.getByRole('button', { name: '登録を申し込む' }).click();
  await reader.getByRole('heading', { name: 'メールをご確認ください' }).waitFor();
  await confirm(reader, hanako);
});

it('gives out an address for blank mails, whose QR code a telephone reads', async () => {
  await button('発行する').first().click();
  const picture = page.getByRole('img', { name: /へのメールを開く QR コード/ });
  const link = await scan(picture);
  const [address = ''] = /join-[a-z0-9]+@[\w.]+/.exec(link) ?? [];
  await page.getByText(address, { exact: true }).waitFor();
  expect([
    link.startsWith(`mailto:${address}`),
    await page.getByRole('link', { name: 'メールを開く' }).getAttribute('href'),
  ]).toEqual([true, link]);
  for (const kind of ['SVG', 'PNG']) {
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: `${kind} を保存` }).click();
    expect((await download).suggestedFilename()).toBe(`join.${kind.toLowerCase()}`);
  }
  await expectNoBarriers();
  await handOver(inboundPort, {
    from: phone,
    to: address,
    raw: Buffer.from(`From: ${phone}\r\nSubject: \r\n\r\n`),
  });
  const reader = await browser.newPage({ locale: 'ja-JP' });
  await confirm(reader, phone, '"taro..saku."@docomo.ne.jp');
});

it('and the member sees who came, by which way, and no address', async () => {
  await page.reload();
  const figures = page.locator('section', { has: page.getByRole('heading', { name: '読者数' }) });
  await figures.getByText('2', { exact: true }).first().waitFor();
  await figures.locator('.recharts-area-area').waitFor();
  const rows = page.getByRole('table', { name: '登録のきっかけ' }).getByRole('row');
  await comesTo(
    async () => (await rows.allInnerTexts()).map((row) => row.split(/\s*\t\s*/)).sort(),
    [
      ['きっかけ', '登録', '割合'],
      ['空メール', '1 人', '50.0%'],
      ['登録フォーム', '1 人', '50.0%'],
    ].sort(),
  );
  expect(await page.locator('main').innerText()).not.toMatch(/docomo|hanako/);
  await expectNoBarriers();
});
