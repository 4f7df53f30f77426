import { billingScene } from '#lib/billing/testing';
import type { BillingScene } from '#lib/billing/testing';
import { accessibilityProblems, openBrowser } from '#test/browser';
import { comesTo } from '#test/comes-to';
import { memberPage } from '#test/console-member';
import { consoleOperator, factsIn, fill, rowsIn, sectionOf } from '#test/console-operator';
import type { ConsoleOperator } from '#test/console-operator';
import { pdfText } from '#test/pdf-text';
import { startCalendarPlatform } from '#test/platform';
import type { CalendarPlatform } from '#test/platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright-core';

let platform: CalendarPlatform;
let browser: Browser;
let anna: ConsoleOperator;
let bert: ConsoleOperator;
let tenant: BillingScene['tenant'];

/** A tenant that has paid its first invoice: 10,000 yen for the set-up and 5,000 for a month, and the tax on them. */
beforeAll(async () => {
  [platform, browser] = await Promise.all([
    startCalendarPlatform('2026-05-20T10:00:00+09:00'),
    openBrowser(),
  ]);
  ({ tenant } = await billingScene(platform));
  anna = await consoleOperator(platform, browser, 'anna');
  bert = await consoleOperator(platform, browser, 'bert');
});

afterAll(async () => {
  await browser.close();
  await platform.stop();
});

const openInvoice = async (operator: ConsoleOperator, number: string): Promise<void> => {
  const { page } = operator;
  await operator.open(`/tenants/${tenant.tenantId}`);
  await page.getByRole('link', { name: number, exact: true }).click();
  await page.getByRole('heading', { name: `請求書 ${number}` }).waitFor();
  await page.getByText('SHA-256').waitFor();
};

/** The lines of text of a PDF that a page links to. */
const pdfOf = async (page: Page, link: Locator): Promise<string[]> => {
  const href = (await link.getAttribute('href')) ?? '';
  const answer = await page.request.get(new URL(href, platform.url).href);
  expect(answer.headers()['content-type']).toBe('application/pdf');
  return pdfText(await answer.body());
};

/** Approves what is proposed; whoever proposed it is refused. */
const decideByTwo = async (kind: string, row: unknown[], done: string): Promise<void> => {
  const approve = { name: '承認する' };
  await anna.open('/decisions');
  const mine = sectionOf(anna.page, kind);
  await mine.getByRole('button', approve).click();
  const dialog = anna.page.getByRole('dialog');
  await dialog.getByRole('button', approve).click();
  await dialog.getByRole('alert').waitFor();

  await bert.open('/decisions');
  expect(await rowsIn(bert.page, kind)).toEqual([row]);
  expect(await accessibilityProblems(bert.page)).toEqual([]);
  await bert.act('承認する', {}, done);
  await sectionOf(bert.page, kind).getByText('待っているものはありません。').waitFor();
};

const byNow = expect.stringMatching(/^2026年/);
const verbs = '承認する 却下する';

describe('a credit note for a paid invoice', () => {
  const reason = '障害のため';

  it('is proposed for so much at each rate, never more than was invoiced', async () => {
    const { page } = anna;
    await openInvoice(anna, '2026-000001');
    const rate = '10% 対象から返す金額 (円・税抜)';
    await page.getByRole('button', { name: '返還請求書を提案' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('返せるのは 15,000円 まで').waitFor();
    await fill(dialog, { [rate]: '15001', 理由: reason });
    await dialog.getByRole('button', { name: '返還請求書を提案' }).click();
    await dialog.getByRole('alert').waitFor();
    await fill(dialog, { [rate]: '5000' });
    await dialog.getByRole('button', { name: '返還請求書を提案' }).click();
    await page.getByText('返還請求書を提案しました。別の担当者の承認を待ちます。').waitFor();
  });

  it('is made by a second person, and opens as a document', async () => {
    const row = ['テスト商店', '5,500円', `${reason} 請求書を見る`, byNow, verbs];
    await decideByTwo('返還請求書', row, '返還請求書を発行しました');
    await openInvoice(anna, '2026-000001');
    expect(await factsIn(anna.page)).toMatchObject({ 入金額: '16,500円', 返還額: '5,500円' });
    const note = sectionOf(anna.page, '返還請求書');
    expect(await note.getByRole('listitem').innerText()).toMatch(/ 5,500円 · 障害のため$/);
    const text = await pdfOf(anna.page, note.getByRole('link'));
    expect(text[0]).toBe('適格返還請求書');
    expect(text).toEqual(expect.arrayContaining(['元の請求書番号: 2026-000001']));
    expect(await accessibilityProblems(anna.page)).toEqual([]);
  });

  it('stands on the invoice’s page of the member, with both PDFs', async () => {
    const page = await memberPage(platform, browser, tenant, '/billing');
    expect(await rowsIn(page, '請求書')).toEqual([
      [
        ...['2026-000001 初回', '2026年5月20日(水)', expect.stringMatching(/^2026年/)],
        ...['16,500円', '支払い済み', ''],
      ],
    ]);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('link', { name: '2026-000001', exact: true }).click();
    await page.getByRole('heading', { name: '請求書 2026-000001' }).waitFor();
    await page.getByText('登録番号 T7000012050002').waitFor();
    const lines = sectionOf(page, '明細').locator('tbody tr');
    expect((await lines.allInnerTexts()).map((line) => line.replaceAll(/\s+/g, ' '))).toEqual([
      expect.stringMatching(/10,000円$/),
      expect.stringMatching(/5,000円$/),
    ]);
    const invoice = await pdfOf(page, page.getByRole('link', { name: 'PDF をダウンロード' }));
    expect(invoice.slice(0, 2)).toEqual(['請 求 書', 'テスト商店 御中']);
    const english = page.getByRole('link', { name: '英訳 PDF' }).first();
    expect((await pdfOf(page, english)).slice(0, 2)).toEqual(['INVOICE', 'テスト商店']);
    const notes = sectionOf(page, '返還請求書').getByRole('link');
    const titles = await Promise.all(
      [notes.first(), notes.last()].map(async (note) => (await pdfOf(page, note))[0]),
    );
    expect(titles).toEqual(['適格返還請求書', 'CREDIT NOTE']);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.close();
  });
});

describe('a refund', () => {
  it('pays the credit back once a second person agreed, by an order to the bank', async () => {
    await anna.open('/refunds');
    expect(await rowsIn(anna.page, '預り金のある契約者')).toEqual([
      ['テスト商店', '5,500円', '0円'],
    ]);
    await anna.open(`/tenants/${tenant.tenantId}`);
    const account = {
      ...{ 銀行番号: '0005', 支店番号: '123', 口座番号: '0012345' },
      '振込先の口座名義 (カナ)': 'テストショウテン',
    };
    const wish = { '返す金額 (円)': '5500', 理由: '払い過ぎ', ...account };
    await anna.act('返金を提案', wish, /^返金を提案しました。/);
    const row = ['テスト商店', '5,500円', '払い過ぎ', byNow, verbs];
    await decideByTwo('返金', row, '承認しました。次の振込依頼に入ります。');

    const { page } = anna;
    await anna.open('/refunds');
    await anna.act('振込依頼を作る', { 振込日: '2026-05-25' }, /^振込依頼を作りました。/);
    await comesTo(
      () => rowsIn(page, '振込依頼'),
      [['2026年5月25日(月)', '1', '5,500円', '2026年5月20日(水) 10:00', 'ファイルを取り出す']],
    );
    expect(await accessibilityProblems(page)).toEqual([]);
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'ファイルを取り出す' }).click();
    const order = await readFile(await (await downloading).path());
    expect(order.length).toBe(4 * 122);
  });
});

describe('a wrong invoice', () => {
  it('W22.2 is replaced by another of a new number, never edited', async () => {
    await platform.until('2026-06-11T02:00:00+09:00');
    const { page } = anna;
    await openInvoice(anna, '2026-000002');
    await page.getByRole('button', { name: '訂正を提案' }).click();
    const dialog = page.getByRole('dialog');
    const line = dialog.getByRole('group', { name: '明細 1' });
    await fill(line, { '金額 (円・税抜)': '4000' });
    expect(await accessibilityProblems(page)).toEqual([]);
    await fill(dialog, { 理由: '料金の誤り' });
    await dialog.getByRole('button', { name: '訂正を提案する' }).click();
    await page.getByText('訂正を提案しました。別の担当者の承認を待ちます。').waitFor();
    const why = '料金の誤り 基本利用料金（前払い） 4,000円 請求書を見る';
    const row = ['テスト商店', '4,400円', why, byNow, verbs];
    await decideByTwo('請求書の訂正', row, '元の請求書を取り消し、訂正後の請求書を発行しました');
    await openInvoice(anna, '2026-000002');
    await page.getByText('取り消し', { exact: true }).waitFor();
    await page.getByRole('link', { name: '訂正後の請求書 2026-000003' }).click();
    await page.getByRole('heading', { name: '請求書 2026-000003' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('W22.2 leads the member from the old one to the new one', async () => {
    const page = await memberPage(platform, browser, tenant, '/billing');
    const rows = await rowsIn(page, '請求書');
    expect(rows.map(([number, , , sum, state]) => [number, sum, state])).toEqual([
      ['2026-000003 毎月', '4,400円', 'お支払い待ち'],
      ['2026-000002 毎月', '5,500円', '取り消し'],
      ['2026-000001 初回', '16,500円', '支払い済み'],
    ]);
    await page.getByRole('link', { name: '2026-000002', exact: true }).click();
    await page.getByRole('link', { name: '訂正後の請求書 2026-000003' }).click();
    await page.getByRole('link', { name: '元の請求書番号 2026-000002' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.close();
  });
});

describe('a debt that nobody will pay', () => {
  it('is written off from the ladder, by two persons', async () => {
    await platform.until('2026-07-20T10:00:00+09:00');
    const { page } = anna;
    await anna.open('/arrears');
    const [oldest] = await rowsIn(page, '未収');
    expect(oldest?.slice(0, 3)).toEqual(['テスト商店', '2026-000003', '4,400円']);
    await anna.act('貸倒れを提案', { 理由: '倒産' }, /^貸倒れを提案しました。/);
    const row = ['テスト商店', '4,400円', '倒産 請求書を見る', byNow, verbs];
    await decideByTwo('貸倒れ', row, '貸倒れにしました');
    await openInvoice(anna, '2026-000003');
    await page.getByText('貸倒れ', { exact: true }).first().waitFor();
    await anna.open('/arrears');
    await page.getByRole('heading', { level: 1, name: '未収' }).waitFor();
    expect(await page.getByRole('link', { name: '2026-000003' }).count()).toBe(0);
  });
});
