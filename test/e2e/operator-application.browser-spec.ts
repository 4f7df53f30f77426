import { operatorClient } from '#lib/accounts/testing';
import { aBank, readyToInvoice, transferFile } from '#lib/billing/testing';
import { accessibilityProblems, openBrowser } from '#test/browser';
import { comesTo } from '#test/comes-to';
import {
  chooseTenant,
  consoleOperator,
  factsIn,
  fill,
  giveReason,
  rowsIn,
  sectionOf,
} from '#test/console-operator';
import type { ConsoleOperator } from '#test/console-operator';
import { pdfText } from '#test/pdf-text';
import { startCalendarPlatform } from '#test/platform';
import type { CalendarPlatform } from '#test/platform';
import { publishTerms } from '#test/publish-terms';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';

let platform: CalendarPlatform;
let browser: Browser;
let anna: ConsoleOperator;

beforeAll(async () => {
  [platform, browser] = await Promise.all([
    startCalendarPlatform('2026-04-06T10:00:00+09:00'),
    openBrowser(),
  ]);
  await readyToInvoice(platform, '2026-04');
  const [writer, second] = [await operatorClient(platform), await operatorClient(platform)];
  await publishTerms(writer, second, '2026-04-06');
  await aBank(writer);
  anna = await consoleOperator(platform, browser, 'anna');
});

afterAll(async () => {
  await browser.close();
  await platform.stop();
});

const applicant = {
  '氏名・名称': '株式会社髙﨑商店',
  フリガナ: 'カブシキガイシャタカサキショウテン',
  住所: '〒100-0001 東京都千代田区千代田1-1',
  電話番号: '03-0000-0000',
  担当者: '山田 花子',
  パソコンのメールアドレス: 'hanako@takasaki.example.jp',
};
const agreed = {
  利用規約に同意します: 'yes',
  個人情報の取扱いについての同意条項に同意します: 'yes',
  禁止事項を確認しました: 'yes',
};

/** Takes in a notice of one transfer. */
const transferCame = async (amount: number, day: string): Promise<void> => {
  await anna.open('/transfers');
  const lines = [{ amount, payerName: 'ｶ)ﾀｶｻｷｼﾖｳﾃﾝ' }];
  await anna.page.getByLabel('入金明細をここに落とすか、選んでください').setInputFiles({
    ...{ name: `nyukin-${amount}.txt`, mimeType: 'text/plain' },
    buffer: Buffer.from(transferFile(day, lines)),
  });
  await anna.page.getByText(/^1 件を取り込み、/).waitFor();
};

const gate = async (): Promise<string[]> => {
  const items = sectionOf(anna.page, '利用開始の条件').getByRole('listitem');
  return (await items.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '));
};

describe('an application on paper', () => {
  let applicationId: string;
  let tenantId: string;

  it('is recorded from the form, with its picture, and shown as it was written', async () => {
    const { page } = anna;
    await anna.open('/applications');
    await page.getByRole('link', { name: '書面の申し込みを記録' }).click();
    await fill(page, {
      ...{ 届いた経路: '書面', '申込日 (手渡し・発送した日)': '2026-04-03' },
      ...applicant,
      ...agreed,
    });
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: '記録する' }).click();
    await page.getByRole('heading', { level: 1, name: '株式会社髙﨑商店' }).waitFor();
    applicationId = page.url().split('/').at(-1) ?? '';
    await page.getByLabel('申込書の画像をここに落とすか、選んでください').setInputFiles({
      ...{ name: '申込書.pdf', mimeType: 'application/pdf' },
      buffer: Buffer.from('%PDF-1.4 a form'),
    });
    await page.getByRole('link', { name: '申込書.pdf' }).waitFor();
    expect(await factsIn(page)).toEqual({
      区分: '法人',
      フリガナ: 'カブシキガイシャタカサキショウテン',
      担当者: '山田 花子',
      住所: '〒100-0001 東京都千代田区千代田1-1',
      電話: '03-0000-0000',
      メール: 'hanako@takasaki.example.jp',
      コース: 'スタンダードコース',
      オプション: '–',
      キャンペーン: '–',
      方法: '書面',
      代理店: '–',
      申し込み: '2026年4月3日(金)',
      申込書: 'まだ',
      規約の版: '1',
      理由: '–',
    });
    await anna.act('申込書の到着を記録', { 到着日: '2026-04-06' }, '申込書の到着を記録しました');
    await comesTo(async () => (await factsIn(page))['申込書'], '2026年4月6日(月)');
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('accepted, it becomes a tenant with an invoice of set-up fee and first month', async () => {
    const { page } = anna;
    await anna.open(`/applications/${applicationId}`);
    await anna.act('承諾する', { 識別名: 'takasaki' }, /^契約者として登録しました/);
    await platform.drain.runDue();
    await page.getByRole('link', { name: '契約者のページへ' }).click();
    await giveReason(page);
    await page.getByRole('table', { name: '請求書' }).waitFor();
    tenantId = page.url().split('/').at(-1) ?? '';
    expect(await rowsIn(page, '請求書')).toEqual([
      [
        ...['2026-000001 PDF', '2026年4月6日(月)', '2026年5月6日(水)'],
        ...['16,500円', '16,500円', '発行済み'],
      ],
    ]);
  });

  it('T3 a transfer that is short by its fee, matched by hand, leaves the gate shut', async () => {
    await platform.until('2026-04-08T10:00:00+09:00');
    await transferCame(15_840, '080408');
    const { page } = anna;
    await page.getByRole('button', { name: '消し込む' }).click();
    const dialog = page.getByRole('dialog');
    await chooseTenant(page, '髙﨑', '株式会社髙﨑商店 (takasaki)');
    await dialog.getByText('まだ 660円 が未払いとして残ります。').waitFor();
    await dialog.getByLabel('この振込人名を覚える').check();
    await dialog.getByRole('button', { name: '消し込む' }).click();
    await page.getByText('消し込みました').waitFor();
    await platform.drain.runDue();
    await anna.open(`/tenants/${tenantId}`);
    await comesTo(gate, [
      '申込書の到着: 2026年4月6日(月) 申し込みと申込書の画像',
      '初回料金の入金: まだ 2026年4月8日(水) 入金 15,840円 未入金 660円 (2026-000001、2026年5月6日(水) まで)',
      '利用環境の準備: 2026年4月6日(月) 10:00 アカウントと公開アドレスを用意しました',
    ]);
    expect(await page.getByLabel('利用開始日').count()).toBe(0);
  });

  it('T3 the missing 660 yen open it; the start notice shows its consequences before it is sent', async () => {
    await platform.until('2026-04-09T10:00:00+09:00');
    await transferCame(660, '080409');
    await platform.drain.runDue();
    const { page } = anna;
    await anna.open(`/tenants/${tenantId}`);
    await comesTo(
      async () => (await gate())[1],
      '初回料金の入金: 2026年4月9日(木) 10:00 2026年4月9日(木) 入金 660円 2026年4月8日(水) 入金 15,840円',
    );
    await page.getByLabel('利用開始日').fill('2026-04-15');
    await page.getByRole('button', { name: '内容を確かめる' }).click();
    const start = sectionOf(page, '利用開始の条件');
    await comesTo(() => factsIn(start), {
      利用開始日: '2026年4月15日(水)',
      期間の末日: '2026年10月14日(水)',
      最低利用期間の末日: '2026年10月31日(土)',
      解約通知の期限: '2026年10月1日(木) 0:00',
      月額料金の始まる月: '2026年5月',
      通知の方法: 'メール',
    });
    expect(await accessibilityProblems(page)).toEqual([]);
    await start.getByRole('button', { name: '利用開始案内を送る' }).click();
    await page.getByText('利用開始案内を送りました').waitFor();
  });

  it('served from that day on, its first monthly invoice is there with its PDF', async () => {
    await platform.until('2026-05-11T02:00:00+09:00');
    const { page } = anna;
    await anna.open(`/tenants/${tenantId}`);
    await page.getByText('利用中', { exact: true }).first().waitFor();
    expect(await rowsIn(page, '請求書')).toEqual([
      [
        ...['2026-000002 PDF', '2026年5月11日(月)', '2026年5月27日(水)'],
        ...['5,500円', '5,500円', '発行済み'],
      ],
      [
        ...['2026-000001 PDF', '2026年4月6日(月)', '2026年5月6日(水)'],
        ...['16,500円', '0円', '入金済み'],
      ],
    ]);
    await page.getByRole('link', { name: '2026-000002', exact: true }).click();
    await page.getByRole('heading', { name: '請求書 2026-000002' }).waitFor();
    const link = page.getByRole('link', { name: 'PDF', exact: true });
    const href = (await link.getAttribute('href')) ?? '';
    const pdf = await page.request.get(new URL(href, platform.url).href);
    expect(pdfText(await pdf.body()).slice(0, 8)).toEqual([
      ...['請 求 書', '株式会社髙﨑商店', '山田 花子 様', '〒100-0001 東京都千代田区千代田1-1'],
      ...['請求書番号: 2026-000002', '発行日: 2026年5月11日', 'お支払期限: 2026年5月27日'],
      '飛脚株式会社',
    ]);
    expect(await factsIn(page)).toEqual({
      取引先: '株式会社髙﨑商店',
      発行日: '2026年5月11日(月)',
      支払期限: '2026年5月27日(水)',
      支払方法: '振込',
      入金額: '0円',
      返還額: '0円',
      未払い: '5,500円',
      登録番号: 'T7000012050002',
      'SHA-256': expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});

describe('an application on the web', () => {
  it('is received with a number to withdraw it by, and waits for the operator', async () => {
    const page = await browser.newPage({ locale: 'ja-JP' });
    await page.goto(`${platform.url}/console/apply`);
    await fill(page, { ...applicant, '氏名・名称': 'みどり商店', ...agreed });
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: '申し込む' }).click();
    await page.getByRole('status').getByText('申し込みを受け付けました').waitFor();
    const [, token = ''] = await page.getByRole('status').locator('code').allInnerTexts();
    await anna.open('/applications');
    expect(await rowsIn(anna.page, '申し込み')).toEqual([
      [
        ...['みどり商店', 'スタンダードコース', 'Web'],
        ...['2026年5月11日(月) 2:00', '2026年5月11日(月) 2:00', ''],
      ],
    ]);
    await page.goto(`${platform.url}/console/apply/withdrawal`);
    await fill(page, { 取り下げ用の番号: token });
    await page.getByRole('button', { name: '取り下げる' }).click();
    await page.getByText('取り下げました').waitFor();
    await anna.open('/applications');
    await anna.page.getByText('この状態の申し込みはありません。').waitFor();
    await page.close();
  });
});
