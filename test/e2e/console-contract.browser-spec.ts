import { operatorClient, testPassword } from '#lib/accounts/testing';
import { activeTenant } from '#lib/contracts/testing';
import { Database } from '#platform/database';
import { accessibilityProblems, openBrowser } from '#test/browser';
import { comesTo } from '#test/comes-to';
import { sectionOf } from '#test/console-operator';
import { startCalendarPlatform } from '#test/platform';
import type { CalendarPlatform } from '#test/platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

let platform: CalendarPlatform;
let browser: Browser;
let page: Page;
let tenant: { email: string; slug: string };

beforeAll(async () => {
  [platform, browser] = await Promise.all([startCalendarPlatform(), openBrowser()]);
  await platform.get(Database).asSystem((tx) =>
    tx.execute(
      `INSERT INTO courses (code, names, term_rules, quality_gate, on_sale, version)
       VALUES ('LARGE', '{"ja": "ラージコース", "en": "Large course"}', '{}', '{}', true, 1)`,
    ),
  );
  await publishPrices();
  tenant = await activeTenant(platform, {});
  page = await browser.newPage({ locale: 'ja-JP' });
});

afterAll(async () => {
  await browser.close();
  await platform.stop();
});

const publishPrices = async (): Promise<void> => {
  const [anna, bert] = [
    await operatorClient(platform, 'billing'),
    await operatorClient(platform, 'billing'),
  ];
  const course = (courseCode: string, monthlyFeeYen: number): unknown => ({
    courseCode,
    setupFeeYen: 0,
    tiers: [
      { upTo: 1_000, monthlyFeeYen },
      { upTo: 5_000, monthlyFeeYen: monthlyFeeYen * 3 },
      { upTo: null, monthlyFeeYen: monthlyFeeYen * 6 },
    ],
    options: [],
  });
  const { body } = await anna.post('/api/v1/operator/prices', {
    effectiveFrom: '2026-04',
    courses: [course('STANDARD', 5_000), course('LARGE', 9_000)],
  });
  const published = await bert.post(`/api/v1/operator/prices/${body.version}/publish`);
  expect(published.status).toBe(200);
};

/** Sets the clocks of the platform and of the browser; the session of an earlier day has ended by then. */
const at = async (instant: string): Promise<void> => {
  platform.clock.set(instant);
  await page.clock.setFixedTime(instant);
  const { email, slug } = tenant;
  const answer = await page.request.post(`${platform.url}/api/v1/session`, {
    data: { email, password: testPassword, tenant: slug },
  });
  expect(answer.status()).toBe(200);
};

/** What the page says of the consequence, line by line. */
const consequence = async (title: string): Promise<string[]> => {
  const section = sectionOf(page, title);
  await section.locator('li').first().waitFor();
  return (await section.innerText()).split(/\n+/);
};

const ask = async (): Promise<string[]> => {
  await page.goto(`${platform.url}/console/contract/change`);
  const months = page.getByLabel('いつから');
  await months.waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  return months.locator('option').allTextContents();
};

describe('another course', () => {
  it('T6 asked for after the 10th cannot begin next month', async () => {
    await at('2026-04-11T00:00:00+09:00');
    const [first] = await ask();
    expect(first).toBe('2026年6月');
    await page.getByText('来月からの変更は締め切りました').waitFor();
    await page.getByText('最も早くて2026年6月からです。').waitFor();
  });

  it('T6 asked for on the 10th begins next month', async () => {
    await at('2026-05-10T23:59:00+09:00');
    const [first] = await ask();
    expect(first).toBe('2026年6月');
    expect(await page.getByText('来月からの変更は締め切りました').count()).toBe(0);
    await page.getByRole('radio', { name: 'ラージコース' }).check();
    await comesTo(
      () => consequence('申し込むとこうなります'),
      [
        '申し込むとこうなります',
        '申し込みは、この料金への同意になります。承諾されるまでは何も変わりません。',
        ...['変わる日', '2026年6月1日(月)', '承諾されると、この日の 0:00 から変わります'],
        '申し込みの期限',
        ...['2026年5月11日(月) 0:00', 'これより前に届くと、2026年6月から変えられます'],
        '2026年6月からの基本料金は 9,000円 (税込 9,900円) です。',
        'いまのコースのままなら、基本料金は 5,000円 (税込 5,500円) です。',
        '最大アドレス数が 5,000 までの月は 27,000円 (税込 29,700円) です。',
        'それを超える月は 54,000円 (税込 59,400円) です。',
      ],
    );
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'この内容で申し込む' }).click();
    await page.getByText('2026年6月からの変更を申し込みました').waitFor();
    await page.getByRole('heading', { name: '契約', exact: true }).waitFor();
    await page.getByText('2026年6月から ラージコース').waitFor();
    await page.getByText('確認中').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('is taken back before it is answered', async () => {
    await page.getByRole('button', { name: '取り下げる' }).click();
    await page.getByText('取り下げ', { exact: true }).waitFor();
  });

  it('T6 filled in on the 10th but sent on the 11th is refused, and offered for the month after', async () => {
    await at('2026-05-10T23:59:00+09:00');
    await ask();
    await page.getByRole('radio', { name: 'ラージコース' }).check();
    platform.clock.set('2026-05-11T00:00:00+09:00');
    await page.getByRole('button', { name: 'この内容で申し込む' }).click();
    await page.getByText('その月からの変更は締め切りました').waitFor();
    await page.locator('option', { hasText: '2026年6月' }).waitFor({ state: 'detached' });
    await comesTo(() => page.getByLabel('いつから').inputValue(), '2026-07');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'この内容で申し込む' }).click();
    await page.getByText('2026年7月からの変更を申し込みました').waitFor();
    await page.getByText('2026年7月から ラージコース').waitFor();
    await page.getByRole('button', { name: '取り下げる' }).click();
    await page.getByRole('button', { name: '取り下げる' }).waitFor({ state: 'detached' });
  });
});

describe('a notice of termination', () => {
  const title = '送るとこうなります';
  const fee = (month: string): string =>
    `${month}の基本料金 5,000円 (税抜) がこれから請求されます。`;
  const onTop = '最大アドレス数による差額とオプションの料金が加わることがあります。';

  it('T2 in time ends the contract with the minimum term', async () => {
    await at('2026-08-31T23:59:00+09:00');
    await page.goto(`${platform.url}/console/contract/end`);
    await comesTo(
      () => consequence(title),
      [
        title,
        '規約の第5条3項によります。',
        ...['利用の最終日', '2026年9月30日(水)'],
        'この終了日になるのは 2026年9月1日(火) 0:00 より前に届いたときです',
        ...['サービスのない最初の月', '2026年10月', 'この月から料金はかかりません'],
        '料金がかかる最後の月は2026年9月です。',
        ...[fee('2026年8月'), fee('2026年9月'), onTop],
      ],
    );
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('T2 is not sent where its time runs out while the question stands: a month more must be agreed to', async () => {
    const dialog = page.getByRole('dialog');
    const verb = { name: '解約を知らせる' };
    await page.getByRole('button', verb).click();
    await dialog.getByText(/^2026年9月30日\(水\) の 24:00 で/).waitFor();
    platform.clock.set('2026-09-01T00:00:00+09:00');
    await dialog.getByRole('button', verb).click();
    await dialog.getByText(/^期限を過ぎたため、最終日が変わりました。.*2026年10月31日/).waitFor();
    await dialog.getByRole('button', { name: 'やめる' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await comesTo(
      () => consequence(title),
      [
        title,
        '規約の第5条3項によります。',
        '最低利用期間の終わりで終えるお知らせの期限を過ぎています',
        ...['利用の最終日', '2026年10月31日(土)'],
        'この終了日になるのは 2026年11月1日(日) 0:00 より前に届いたときです',
        ...['サービスのない最初の月', '2026年11月', 'この月から料金はかかりません'],
        '料金がかかる最後の月は2026年10月です。',
        ...[fee('2026年9月'), fee('2026年10月'), onTop],
      ],
    );
  });

  it('W5.3 says what it did once it is sent', async () => {
    await page.getByRole('button', { name: '解約を知らせる' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/^2026年10月31日\(土\) の 24:00 で/).waitFor();
    await dialog.getByRole('button', { name: '解約を知らせる' }).click();
    await page.getByText('お客様からの解約のお知らせ').waitFor();
    await page.getByText('終了日が決まっています').waitFor();
    await page.getByRole('button', { name: '撤回を申し出る' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '撤回を申し出る' }).click();
    await page.getByText(/に撤回の申し出があり/).waitFor();
  });
});
