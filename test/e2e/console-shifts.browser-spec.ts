import { aMember, testPassword } from '#lib/accounts/testing';
import { openBrowser } from '#test/browser';
import { aBusyTenant } from '#test/busy-tenant';
import { startCalendarPlatform } from '#test/platform';
import type { CalendarPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';

type Shift = readonly [value: number, ...moved: string[]];

let platform: CalendarPlatform;
let browser: Browser;
let person: object;
let paths: readonly string[];

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
  const { tenantId, slug, ids } = await aBusyTenant(platform, 'sakura');
  const { email } = await aMember(platform, { tenantId, slug, role: 'owner' });
  const draft = `campaigns/${ids['campaignId']?.[0] ?? ''}/edit`;
  const newsletter = `newsletters/${ids['newsletterId']?.[0] ?? ''}`;
  paths = [
    ...['', 'campaigns', `campaigns/${ids['campaignId']?.at(-1) ?? ''}`, 'templates', 'segments'],
    ...['recipients', 'content', 'check', 'schedule'].map((step) => `${draft}/${step}`),
    ...['newsletters', newsletter, `${newsletter}/form`, 'migration-lists', 'bounces'],
    ...['contract', 'contract/end', 'billing', 'notices', 'terms', 'support'],
    ...['sender', 'domains', 'members', 'security', 'audit'].map((name) => `settings/${name}`),
  ];
  person = { email, password: testPassword, tenant: slug };
});

afterAll(async () => {
  await browser.close();
  await platform.stop();
});

/** What moved, by path, in a window so wide, on a processor so many times slower. */
const shifts = async (width: number, slower: number): Promise<Record<string, readonly Shift[]>> => {
  const page = await browser.newPage({
    locale: 'ja-JP',
    reducedMotion: 'no-preference',
    viewport: { width, height: 900 },
  });
  await page.addInitScript(watch);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.request.post(`${platform.url}/api/v1/session`, { data: person });
  const found: Record<string, readonly Shift[]> = {};
  for (const path of paths) {
    await page.goto(`${platform.url}/console/${path}`);
    await page.locator('h1').first().waitFor();
    await page.waitForLoadState('networkidle');
    await page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' });
    const seen = await page.evaluate<Shift[]>('window.shifts');
    if (seen.reduce((sum, [value]) => sum + value, 0) > 0.02) found[path] = seen;
  }
  return found;
};

it('nothing moves while a page loads, on a desk or in a hand', async () => {
  expect(await Promise.all([shifts(1280, 1), shifts(360, 6)])).toEqual([{}, {}]);
});
