import { aSendingBookShop, shopTexts } from '#test/book-shop';
import type { SendingBookShop } from '#test/book-shop';
import { openBrowser } from '#test/browser';
import { eventually } from '#test/eventually';
import { startProgram } from '#test/program';
import type { Program } from '#test/program';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';

const bouncing = 'bounce-goro@example.jp';
const healthy = 'hanako@example.jp';

let program: Program;
let browser: Browser;
let shop: SendingBookShop;

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), openBrowser()]);
  shop = await aSendingBookShop(program);
});

afterAll(async () => {
  await browser.close();
  await program.stop();
});

const signUp = async (address: string): Promise<void> => {
  const page = await browser.newPage({ locale: 'ja-JP' });
  await page.goto(`${program.url}/t/sakura/weekly`);
  await page.getByLabel('メールアドレス').fill(address);
  await page.getByLabel(shopTexts.ja).check();
  await page.getByRole('button', { name: '登録を申し込む' }).click();
  await page.getByRole('heading', { name: 'メールをご確認ください' }).waitFor();
  const [mail] = await program.mailsTo(address);
  await page.goto(/https?:\S+\/confirm\/\S+/.exec(mail?.text ?? '')?.[0] ?? '');
  await page.getByRole('button', { name: '登録を確定する' }).click();
  await page.getByRole('heading', { name: '登録が完了しました' }).waitFor();
  await page.close();
};

it('an address that bounces three campaigns in a row is removed, and shown as a number and a masked line', async () => {
  await signUp(bouncing);
  await signUp(healthy);
  for (const round of [1, 2, 3]) {
    expect(await shop.send(`第${round}号`)).toMatchObject({ candidates: 2 });
    await eventually(async () => {
      expect(await shop.bounces()).toMatchObject({ failed: round });
    });
  }
  await eventually(async () => {
    expect(await shop.bounces()).toMatchObject({ failed: 3, removed: 1 });
  });
  const { body } = await shop.owner.get('/api/v1/bounces/removals');
  expect(body).toEqual({
    items: [
      {
        id: expect.any(String),
        removedAt: expect.any(String),
        maskedLine: 'b***',
        reason: 'unknown-recipient',
      },
    ],
    nextCursor: null,
  });
  expect(await shop.send('第4号')).toMatchObject({ candidates: 1 });
});

it('no log line names an address', () => {
  const lines = program.output().split('\n');
  expect(lines.length).toBeGreaterThan(10);
  expect(lines.filter((line) => /[\w.+-]+@[\w-]+\.\w/.test(line))).toEqual([]);
});
