import { AddOperator } from '#lib/accounts';
import { aMember, testClient, testPassword } from '#lib/accounts/testing';
import { accessibilityProblems, openBrowser } from '#test/browser';
import { aBusyDesk } from '#test/busy-desk';
import type { DeskIds } from '#test/busy-desk';
import { aBusyTenant } from '#test/busy-tenant';
import type { BusyTenant } from '#test/busy-tenant';
import { consolePaths, filledPaths } from '#test/console-paths';
import { startCalendarPlatform } from '#test/platform';
import type { CalendarPlatform } from '#test/platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';

/** Each language in one of the two looks: texts differ by language, contrasts by look. */
const looks = [
  ['ja', 'light'],
  ['en', 'dark'],
] as const;
type Look = (typeof looks)[number];
const nobody = '00000000-0000-4000-8000-000000000000';

let platform: CalendarPlatform;
let browser: Browser;
let busy: BusyTenant;
let owner: { email: string };
let desk: DeskIds;

const operator = { email: 'unei@operator.example.jp', password: testPassword };

beforeAll(async () => {
  [platform, browser] = await Promise.all([startCalendarPlatform(), openBrowser()]);
  busy = await aBusyTenant(platform, 'sakura');
  owner = await aMember(platform, { tenantId: busy.tenantId, slug: busy.slug, role: 'owner' });
  await platform.get(AddOperator).execute({ ...operator, name: '運営 一郎', role: 'admin' });
  const client = testClient(platform.url, '/api/v1/operator/session', operator);
  desk = await aBusyDesk(platform.url, client, busy.tenantId);
});

afterAll(async () => {
  await browser.close();
  await platform.stop();
});

/** A window of somebody signed in, or of nobody. */
const windowOf = async (
  [language, colorScheme]: Look,
  signIn?: (context: BrowserContext) => Promise<unknown>,
  width = 390,
): Promise<BrowserContext> => {
  const context = await browser.newContext({
    locale: language === 'ja' ? 'ja-JP' : 'en-GB',
    viewport: { width, height: 844 },
    colorScheme,
  });
  await signIn?.(context);
  return context;
};

/** What keeps people out of each page, with pages that have no heading, speak another language or run over the edge. */
const barriers = async (
  [language]: Look,
  context: BrowserContext,
  paths: readonly string[],
): Promise<string[]> => {
  const page = await context.newPage();
  const found: string[] = [];
  page.on('pageerror', ({ message }) => found.push(`${page.url()}: ${message}`));
  for (const path of paths) {
    await page.goto(`${platform.url}/console/${path}`);
    await page.locator('h1').first().waitFor();
    await page
      .locator('[role=status] .mantine-Skeleton-root')
      .first()
      .waitFor({ state: 'detached' });
    const problems = await accessibilityProblems(page);
    const over = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    found.push(...problems.map((problem) => `${path}: ${problem}`));
    if (over > 0) found.push(`${path}: ${over} pixels over the edge`);
    const lang = await page.locator('html').getAttribute('lang');
    if (lang !== language) found.push(`${path}: in ${lang}`);
    if (await page.getByText(/ページが見つかりません|Page not found/).count())
      found.push(`${path}: not found`);
  }
  await page.close();
  return found;
};

describe.each(looks)('in %s and %s no page keeps anybody out', (...look) => {
  it('of members', async () => {
    const signIn = (window: BrowserContext) =>
      window.request.post(`${platform.url}/api/v1/session`, {
        data: { email: owner.email, password: testPassword, tenant: busy.slug },
      });
    const context = await windowOf(look, signIn, 320);
    const draft = busy.ids['campaignId']?.[0] ?? '';
    const steps = ['content', 'check', 'schedule'].map((step) => `campaigns/${draft}/edit/${step}`);
    const paths = [
      ...steps,
      ...consolePaths('tenant').flatMap((path) => filledPaths(path, busy.ids, [nobody])),
    ];
    expect(paths.length).toBeGreaterThan(20);
    expect(await barriers(look, context, paths)).toEqual([]);
  });

  it('of operators', async () => {
    const context = await windowOf(look, (window) =>
      window.request.post(`${platform.url}/api/v1/operator/session`, { data: operator }),
    );
    // The question why one looks has a test of its own; here the pages behind it count.
    // In the page alone: the previews of texts in it have no storage.
    const reason = `sessionStorage.setItem('access-reason:${busy.tenantId}', '確認')`;
    await context.addInitScript(`if (self === top) ${reason}`);
    const ids = { ...busy.ids, ...desk, tenantId: [busy.tenantId] };
    const paths = consolePaths('operator').flatMap((path) =>
      filledPaths(`operator/${path}`, ids, [nobody]),
    );
    expect(await barriers(look, context, paths)).toEqual([]);
  });

  it('of those who are not signed in', async () => {
    const paths = consolePaths('open').map((path) => path.slice(1));
    expect(await barriers(look, await windowOf(look), paths)).toEqual([]);
  });
});
