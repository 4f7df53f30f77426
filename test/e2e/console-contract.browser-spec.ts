import { testPassword } from '#lib/accounts/testing';
import { activeTenant } from '#lib/contracts/testing';
import { Database } from '#platform/database';
import { accessibilityProblems, openBrowser } from '#test/browser';
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
  tenant = await activeTenant(platform, {});
  page = await browser.newPage({ locale: 'ja-JP' });
  page.setDefaultTimeout(20_000);
}, 90_000);

afterAll(async () => {
  await browser.close();
  await platform.stop();
});

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
  });

  it('T6 asked for on the 10th begins next month', async () => {
    await at('2026-05-10T23:59:00+09:00');
    const [first] = await ask();
    expect(first).toBe('2026年6月');
    expect(await page.getByText('来月からの変更は締め切りました').count()).toBe(0);
    await page.getByRole('radio', { name: 'ラージコース' }).check();
    await page.getByRole('button', { name: 'この内容で申し込む' }).click();
    await page.getByRole('heading', { name: '契約', exact: true }).waitFor();
    await page.getByText('2026年6月から ラージコース').waitFor();
    await page.getByText('確認中').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('is taken back before it is answered', async () => {
    await page.getByRole('button', { name: '取り下げる' }).click();
    await page.getByText('取り下げ', { exact: true }).waitFor();
  });
});

describe('a notice of termination', () => {
  it('W5.3 shows its end before it is sent, and what it did', async () => {
    await page.goto(`${platform.url}/console/contract/end`);
    await page.getByRole('heading', { name: '送るとこうなります' }).waitFor();
    await page.getByText('料金がかかる最後の月は2026年9月です。').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: '解約を知らせる' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/^2026年9月30日\(水\) の 24:00 で/).waitFor();
    await dialog.getByRole('button', { name: '解約を知らせる' }).click();
    await page.getByText('お客様からの解約のお知らせ').waitFor();
    await page.getByText('終了日が決まっています').waitFor();
    await page.getByRole('button', { name: '撤回を申し出る' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '撤回を申し出る' }).click();
    await page.getByText(/に撤回の申し出があり/).waitFor();
  });
});
