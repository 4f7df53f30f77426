import { readyToInvoice } from '#lib/billing/testing';
import { activeTenant } from '#lib/contracts/testing';
import { accessibilityProblems, openBrowser } from '#test/browser';
import { comesTo } from '#test/comes-to';
import { memberPage } from '#test/console-member';
import { consoleOperator, fill, rowsIn, sectionOf } from '#test/console-operator';
import type { ConsoleOperator } from '#test/console-operator';
import { startCalendarPlatform } from '#test/platform';
import type { CalendarPlatform } from '#test/platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';

let platform: CalendarPlatform;
let browser: Browser;
let anna: ConsoleOperator;
let bert: ConsoleOperator;
let tenant: Awaited<ReturnType<typeof activeTenant>>;

beforeAll(async () => {
  [platform, browser] = await Promise.all([
    startCalendarPlatform('2026-04-05T10:00:00+09:00'),
    openBrowser(),
  ]);
  await readyToInvoice(platform, '2026-04');
  tenant = await activeTenant(platform, {});
  anna = await consoleOperator(platform, browser, 'anna');
  bert = await consoleOperator(platform, browser, 'bert');
});

afterAll(async () => {
  await browser.close();
  await platform.stop();
});

const first = '第 1 版 (2026年4月 から)';
const second = '第 2 版 (2026年6月 から)';

/** What a version says of itself, its verbs among it. */
const version = async ({ page }: ConsoleOperator, title: string): Promise<string[]> => {
  const section = sectionOf(page, title);
  await section.getByRole('heading', { name: /^スタンダードコース/ }).waitFor();
  return (await section.innerText()).split(/[\n\t]+/);
};

const asPublished = [
  ...[first, '公開済み', 'スタンダードコース (初期費用 10,000円)'],
  ...['3 件まで', '5,000円', '6 件まで', '14,800円', 'それ以上', '33,333円'],
  ...['オプション OWN-DOMAIN', '1,995円'],
];

describe('the catalogue', () => {
  it('takes a new course, which cannot be priced before it is there', async () => {
    const { page } = anna;
    await anna.open('/catalogue');
    const course = {
      コード: 'LARGE',
      '名前 (日本語)': 'ラージコース',
      '名前 (英語)': 'Large course',
    };
    await anna.act('コースを追加', { ...course, '最低利用期間 (か月)': '12' }, '保存しました');
    await comesTo(
      async () => (await rowsIn(page, 'コース')).find(([code]) => code === 'LARGE'),
      ['LARGE', 'ラージコース', '最低利用期間 12 か月', '受付中', '編集'],
    );
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});

describe('the next price table', () => {
  it('begins as a copy, and says what it changes before it is kept', async () => {
    const { page } = anna;
    await anna.open('/prices');
    expect(await version(anna, first)).toEqual(asPublished);
    await page.getByRole('link', { name: '次の版を作る' }).click();
    await page.getByText('変わる料金はありません。').waitFor();
    await sectionOf(page, 'スタンダードコース').getByLabel('月額 (円・税抜)').first().fill('5500');
    await fill(page, { コースを追加: 'ラージコース' });
    await page.getByRole('button', { name: '追加', exact: true }).click();
    const large = sectionOf(page, 'ラージコース');
    await large.getByLabel('初期費用 (円・税抜)').fill('20000');
    await large.getByLabel('月額 (円・税抜)').first().fill('9000');
    await comesTo(
      () => rowsIn(page, '変わる料金'),
      [
        ['スタンダードコース', '3 件まで', '5,000円', '5,500円'],
        ['ラージコース', '初期費用', '–', '20,000円'],
        ['ラージコース', 'それ以上', '–', '9,000円'],
      ],
    );
    expect(await accessibilityProblems(page)).toEqual([]);
    await fill(page, { 適用開始月: '2026-06' });
    await page.getByRole('button', { name: '下書きとして残す' }).click();
    await page.getByText('下書きを残しました。別の担当者が公開できます。').waitFor();
    await comesTo(
      async () => (await version(anna, second)).slice(0, 4),
      [second, '下書き', '公開は別の担当者が行います。', '削除'],
    );
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('is published by a second person, and then neither it nor the past can be changed', async () => {
    const { page } = bert;
    await bert.open('/prices');
    expect(await rowsIn(page, '変わる料金')).toHaveLength(3);
    await page.getByRole('button', { name: '公開する' }).click();
    await page.getByText(/^2026年6月 の利用分から、すべての契約者にこの料金で/).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '公開する' }).click();
    await page.getByText('公開しました').waitFor();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await comesTo(() => version(bert, first), asPublished);
    await comesTo(
      () => version(bert, second),
      [
        ...[second, '公開済み', 'ラージコース (初期費用 20,000円)', 'それ以上', '9,000円'],
        ...['スタンダードコース (初期費用 10,000円)', '3 件まで', '5,500円'],
        ...['6 件まで', '14,800円', 'それ以上', '33,333円', 'オプション OWN-DOMAIN', '1,995円'],
      ],
    );
    await comesTo(() => page.getByRole('button', { name: /公開する|削除/ }).count(), 0);
  });

  it.each([
    ['2026-06', /^同じ月から適用される料金表が/],
    ['2026-05', /^適用開始月の請求がすでに始まっています/],
  ])(
    'from %s on is not published after the 10th, or for a month that has one',
    async (month, why) => {
      platform.clock.set('2026-04-11T00:00:00+09:00');
      await anna.open('/prices/new');
      await anna.page.getByText('変わる料金はありません。').waitFor();
      await fill(anna.page, { 適用開始月: month });
      await anna.page.getByRole('button', { name: '下書きとして残す' }).click();
      await anna.page.getByText('下書きを残しました。').waitFor();
      await bert.open('/prices');
      await bert.page.getByRole('button', { name: '公開する' }).first().click();
      const dialog = bert.page.getByRole('dialog');
      await dialog.getByRole('button', { name: '公開する' }).click();
      await dialog.getByRole('alert').getByText(why).waitFor();
      await dialog.getByRole('button', { name: 'やめる' }).click();
      await bert.act('削除', {}, '下書きを捨てました');
    },
  );
});

it('members see the fee of each month as it was then', async () => {
  platform.clock.set('2026-06-02T10:00:00+09:00');
  const member = await memberPage(platform, browser, tenant, '/billing');
  const section = sectionOf(member, '最大アドレス数');
  for (const [month, fee] of [
    ['2026年6月', '5,500円'],
    ['2026年5月', '5,000円'],
  ] as const) {
    await section.getByLabel('月').selectOption({ label: month });
    await section.getByRole('row', { name: `3 件まで ${fee}` }).waitFor();
  }
  expect(await accessibilityProblems(member)).toEqual([]);
});
