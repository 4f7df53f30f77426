import { aMember, testPassword } from '#lib/accounts/testing';
import { openBrowser } from '#test/browser';
import { aBusyTenant } from '#test/busy-tenant';
import { eventually } from '#test/eventually';
import { startCalendarPlatform } from '#test/platform';
import type { CalendarPlatform } from '#test/platform';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

let platform: CalendarPlatform;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [platform, browser] = await Promise.all([startCalendarPlatform(), openBrowser()]);
  const { tenantId, slug } = await aBusyTenant(platform, 'sakura');
  const { email } = await aMember(platform, { tenantId, slug, role: 'owner' });
  page = await browser.newPage({ locale: 'ja-JP', viewport: { width: 1280, height: 900 } });
  await page.request.post(`${platform.url}/api/v1/session`, {
    data: { email, password: testPassword, tenant: slug },
  });
});

beforeEach(async () => {
  await page.goto(`${platform.url}/console/newsletters`);
  await page.getByRole('heading', { level: 1, name: 'メールマガジン' }).waitFor();
});

afterAll(async () => {
  await browser.close();
  await platform.stop();
});

/** What has the keyboard: its element, with the name that it goes by. */
const focused = (): Promise<string> =>
  page.evaluate<string>(
    `(({ tagName, id, textContent, ariaLabel }) =>
      [tagName.toLowerCase() + (id && !id.startsWith('mantine') ? '#' + id : ''), tagName === 'MAIN' ? '' : (ariaLabel ?? textContent).trim()]
        .join(' ').trim())(document.activeElement)`,
  );

const focusComesTo = (where: string): Promise<void> =>
  eventually(async () => {
    expect(await focused()).toBe(where);
  });

it('the first key leads past the navigation', async () => {
  await page.keyboard.press('Tab');
  await focusComesTo('a 本文へ移動');
  await page.keyboard.press('Enter');
  await focusComesTo('main#content');
});

it('after a change of page the heading of the new one has the focus, also on the way back', async () => {
  const link = page.getByRole('navigation').getByRole('link', { name: 'セグメント' });
  await link.focus();
  await page.keyboard.press('Enter');
  await focusComesTo('h1 セグメント');
  await page.goBack();
  await focusComesTo('h1 メールマガジン');
});

it('a dialog takes the focus, keeps it, and gives it back to the button that opened it', async () => {
  const opener = page.getByRole('button', { name: '新しく作る' });
  await opener.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  const inside = `document.querySelector('[role=dialog]').contains(document.activeElement)`;
  await eventually(async () => {
    expect(await page.evaluate(inside)).toBe(true);
  });
  const stays: unknown[] = [];
  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press('Tab');
    stays.push(await page.evaluate(inside));
  }
  expect(stays).toEqual(Array.from({ length: 12 }, () => true));
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await focusComesTo('button 新しく作る');
});

it('the menu of the account opens and closes by keyboard, and gives the focus back', async () => {
  const button = page.getByRole('banner').getByRole('button', { name: 'アカウント' });
  await button.focus();
  const name = await focused();
  await page.keyboard.press('Enter');
  await page.getByRole('menu').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await focusComesTo(name);
});
