import type { TestClient } from '#lib/accounts/testing';
import { aMandate, billingScene, debitAnswer, transferFile } from '#lib/billing/testing';
import type { BillingScene } from '#lib/billing/testing';
import { accessibilityProblems, openBrowser } from '#test/browser';
import { comesTo } from '#test/comes-to';
import { memberPage } from '#test/console-member';
import { consoleOperator, factsIn, fill, rowsIn, sectionOf } from '#test/console-operator';
import type { ConsoleOperator } from '#test/console-operator';
import { startCalendarPlatform } from '#test/platform';
import type { CalendarPlatform } from '#test/platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';

let platform: CalendarPlatform;
let browser: Browser;
let clerk: TestClient;
let anna: ConsoleOperator;
let bert: ConsoleOperator;
let tenant: BillingScene['tenant'];

beforeAll(async () => {
  [platform, browser] = await Promise.all([
    startCalendarPlatform('2026-05-20T10:00:00+09:00'),
    openBrowser(),
  ]);
  ({ clerk, tenant } = await billingScene(platform));
  await aMandate(clerk, tenant.tenantId, { activeSince: '2026-06-01' });
  anna = await consoleOperator(platform, browser, 'anna');
  bert = await consoleOperator(platform, browser, 'bert');
  await platform.until('2026-06-11T09:00:00+09:00');
});

afterAll(async () => {
  await browser.close();
  await platform.stop();
});

/** What the debit file's page says of it and of its lines. */
const file = async ({ page }: ConsoleOperator): Promise<unknown> => {
  const state = await sectionOf(page, 'ファイル').locator('.mantine-Badge-label').innerText();
  const facts = await factsIn(page);
  const lines = await rowsIn(page, '引き落とし');
  return { state, facts, lines: lines.map((cells) => [...cells.slice(2, 5)]) };
};

describe('a debit that fails', () => {
  let path: string;
  let request: Buffer;

  it('is made into a file by one person and confirmed by another', async () => {
    await anna.open('/debits');
    await anna.act('ファイルを作る', { 月: '2026-06' }, /^ファイルを作りました/);
    await anna.page.getByRole('heading', { name: '2026年6月 の口座振替' }).waitFor();
    path = new URL(anna.page.url()).pathname.replace('/console/operator', '');
    const asMade = {
      振替日: '2026年6月29日(月)',
      締め切り: '2026年6月18日(木) 16:00',
      件数: '1',
      金額: '5,500円',
      作成: '2026年6月11日(木) 9:00',
    };
    const line = ['ミツビシUFJ 123 普通 ****345', '5,500円', ''];
    await comesTo(() => file(anna), {
      state: '確認待ち',
      facts: { ...asMade, 確認: '–', 引き渡し: '–', 結果: '–' },
      lines: [line],
    });
    await anna.page.getByRole('button', { name: '確認する' }).click();
    const dialog = anna.page.getByRole('dialog');
    await dialog.getByRole('button', { name: '確認する' }).click();
    await dialog.getByRole('alert').waitFor(); // not by whoever made it
    await bert.open(path);
    await bert.act('確認する', {}, /^確認しました/);
    await sectionOf(bert.page, 'ファイル').getByText('確認済み').waitFor();
    await comesTo(() => file(bert), {
      state: '確認済み',
      facts: { ...asMade, 確認: '2026年6月11日(木) 9:00', 引き渡し: '–', 結果: '–' },
      lines: [line],
    });
  });

  it('goes to the bank as a file of 120 bytes a line', async () => {
    await anna.open(path);
    const downloading = anna.page.waitForEvent('download');
    await anna.page.getByRole('button', { name: 'ファイルを取り出す' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('debits-2026-06.txt');
    request = await readFile(await download.path());
    expect(request.length).toBe(4 * 122);
    await anna.page.getByText('引き渡し済み').waitFor();
  });

  it('comes back with its result, which is read from the bank’s own file', async () => {
    await platform.until('2026-06-30T10:00:00+09:00');
    await anna.open(path);
    await anna.page.getByLabel('結果ファイルをここに落とすか、選んでください').setInputFiles({
      ...{ name: 'kekka.txt', mimeType: 'text/plain' },
      buffer: Buffer.from(debitAnswer(request, ['1'])),
    });
    await anna.page.getByText('取り込みました: 済み 0、不能 1、要確認 0').waitFor();
    await anna.page.getByText('結果取込済み').waitFor();
    await comesTo(
      () => file(anna),
      expect.objectContaining({
        state: '結果取込済み',
        lines: [['ミツビシUFJ 123 普通 ****345', '5,500円', '不能 資金不足']],
      }),
    );
    expect(await accessibilityProblems(anna.page)).toEqual([]);
  });

  it('W13.2 is reminded of, and the ladder says what comes next and when', async () => {
    await platform.until('2026-07-01T02:00:00+09:00');
    await anna.open('/arrears');
    expect(await rowsIn(anna.page, '未収')).toEqual([
      [
        ...['テスト商店', '2026-000002', '5,500円', '2026年6月29日(月)', '2'],
        'お知らせ 6/30 11:00 督促 停止の提案 解除の提案',
        '督促 (2026年7月7日(火) から)',
        '貸倒れを提案',
      ],
    ]);
    expect(await accessibilityProblems(anna.page)).toEqual([]);
    await platform.until('2026-07-14T12:00:00+09:00');
    await anna.open('/arrears');
    const [row] = await rowsIn(anna.page, '未収');
    expect(row?.at(-2)).toBe('担当者の判断待ち');
  });

  it('W13.2 leads to a proposal, which a person approves knowing what it does', async () => {
    const { page } = bert;
    await bert.open('/approvals');
    const [proposal] = await rowsIn(page, '停止・解除の提案');
    expect(proposal).toEqual([
      ...['テスト商店', '停止', '2026-000002 5,500円'],
      ...[expect.stringMatching(/^2026年7月14日\(火\) /), '承認する 却下する'],
    ]);
    await page.getByRole('button', { name: '承認する' }).click();
    await page.getByText(/^承認すると、ただちにサービスを停止します。/).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '承認する' }).click();
    await page.getByText('承認し、停止しました').waitFor();
    await bert.open(`/tenants/${tenant.tenantId}`);
    await page.getByText('停止中', { exact: true }).first().waitFor();
    await page.getByText('2026年7月14日(火) 12:00 から停止中').waitFor();
  });

  it('T8 is paid, and the service resumes once the member has asked and an operator agreed', async () => {
    await platform.until('2026-07-15T10:00:00+09:00');
    await anna.open('/transfers');
    const lines = [{ amount: 11_000, payerCode: '0000001001' }];
    await anna.page.getByLabel('入金明細をここに落とすか、選んでください').setInputFiles({
      ...{ name: 'nyukin.txt', mimeType: 'text/plain' },
      buffer: Buffer.from(transferFile('080715', lines)),
    });
    await anna.page.getByText('1 件を取り込み、1 件が自動で決まりました').waitFor();
    await platform.drain.runDue();

    const member = await memberPage(platform, browser, tenant, '/contract');
    await member.getByRole('button', { name: '再開を申し出る' }).click();
    await member.getByText(/^再開の申し出を .+ に受け付けました。$/).waitFor();
    await member.close();

    await anna.open(`/tenants/${tenant.tenantId}`);
    await anna.act('再開する', { 理由: '入金を確認' }, '再開しました。契約者に知らせます。');
    await anna.page.getByText('利用中', { exact: true }).first().waitFor();
    await anna.open('/arrears');
    await anna.page.getByText('期限を過ぎた請求書はありません。').waitFor();
  });
});

describe('what the provider’s people do about money', () => {
  it('a list that overlaps with an earlier one counts nothing twice; what was put aside can be taken up', async () => {
    const { page } = anna;
    await anna.open('/transfers');
    const lines = [
      { amount: 11_000, payerCode: '0000001001' },
      { amount: 123, payerName: 'ﾀﾞﾚｶ' },
    ];
    await page.getByLabel('入金明細をここに落とすか、選んでください').setInputFiles({
      ...{ name: 'nyukin-2.txt', mimeType: 'text/plain' },
      buffer: Buffer.from(transferFile('080715', lines)),
    });
    await page.getByText('2 件を取り込み、0 件が自動で決まりました').waitFor();
    await page.getByText('うち 1 件は取り込み済みの明細と同じため、保留にしました').waitFor();
    await page.getByText('保留', { exact: true }).click();
    await page.getByText('取り込み済みと同じ').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await anna.act('保留を解く', {}, '保留を解きました');
    await page.getByText('この状態の振込はありません。').waitFor();
  });

  it('W12A a charge is proposed with a file that the other person looks at before deciding', async () => {
    await anna.open(`/tenants/${tenant.tenantId}`);
    const verb = 'エラーメール処理費用を提案';
    await anna.page.getByRole('button', { name: verb, exact: true }).click();
    const dialog = anna.page.getByRole('dialog');
    await fill(dialog, { '金額 (円・不課税)': '3300', 作為を示す事実: '連番の宛先 1,200 件' });
    await dialog.locator('input[type=file]').setInputFiles({
      ...{ name: '不達の記録.pdf', mimeType: 'application/pdf' },
      buffer: Buffer.from('%PDF-1.4'),
    });
    await dialog.getByText('不達の記録.pdf').waitFor();
    await dialog.getByRole('button', { name: verb, exact: true }).click();
    await anna.page.getByText('費用を提案しました。別の担当者の承認を待ちます。').waitFor();

    await bert.open('/decisions');
    const downloading = bert.page.waitForEvent('download');
    await bert.page.getByRole('button', { name: '証拠: 不達の記録.pdf' }).click();
    expect(await readFile(await (await downloading).path(), 'utf8')).toBe('%PDF-1.4');
    expect(await accessibilityProblems(bert.page)).toEqual([]);
  });

  it('ends the mandate of a payer who wants no more debits', async () => {
    await anna.open('/debits');
    await anna.act('停止を記録', {}, '口座振替を停止しました。契約者に知らせます。');
    await anna.page.getByRole('cell', { name: '停止', exact: true }).waitFor();
  });
});
