import { aMember, testPassword } from '#lib/accounts/testing';
import { openBrowser } from '#test/browser';
import { aBusyTenant } from '#test/busy-tenant';
import { startCalendarPlatform } from '#test/platform';
import type { CalendarPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

let platform: CalendarPlatform;
let browser: Browser;
let page: Page;
let ids: Readonly<Record<string, readonly string[]>>;

/** Runs in the page: keeps what moved without anybody's doing. */
const watch = `
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries())
      window.shifts.push([value, ...sources.map(({ node }) => (node?.outerHTML ?? '?').slice(0, 120))]);
  }).observe({ type: 'layout-shift', buffered: true });
`;

beforeAll(async () => {
  [platform, browser] = await Promise.all([startCalendarPlatform(), openBrowser()]);
  const busy = await aBusyTenant(platform, 'sakura');
  ({ ids } = busy);
  const { tenantId, slug } = busy;
  const { email } = await aMember(platform, { tenantId, slug, role: 'owner' });
  page = await browser.newPage({ locale: 'ja-JP', viewport: { width: 1280, height: 900 } });
  await page.addInitScript(watch);
  await page.request.post(`${platform.url}/api/v1/session`, {
    data: { email, password: testPassword, tenant: slug },
  });
}, 120_000);

afterAll(async () => {
  await browser.close();
  await platform.stop();
});

it.each([
  ['home', ''],
  ['the list of campaigns', 'campaigns'],
  ['a report', 'campaigns/:sent'],
])('nothing moves while %s loads', async (_, path) => {
  const sent = ids['campaignId']?.at(-1) ?? '';
  await page.goto(`${platform.url}/console/${path.replace(':sent', sent)}`);
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' });
  const shifts = await page.evaluate<[number, ...string[]][]>('window.shifts');
  expect(shifts.filter(([value]) => value > 0.01)).toEqual([]);
});
