import { AddOperator } from '#lib/accounts';
import { aMember, testClient, testPassword } from '#lib/accounts/testing';
import { suspendTenant } from '#lib/contracts/testing';
import { openBrowser } from '#test/browser';
import { aBusyDesk } from '#test/busy-desk';
import type { DeskIds } from '#test/busy-desk';
import { aBusyTenant } from '#test/busy-tenant';
import type { BusyTenant } from '#test/busy-tenant';
import { consolePaths, filledPaths } from '#test/console-paths';
import { startCalendarPlatform } from '#test/platform';
import type { CalendarPlatform } from '#test/platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';

/** What roles see: a page that is not theirs says so, all others work, whoever looks. */
let platform: CalendarPlatform;
let browser: Browser;
let busy: BusyTenant;
let desk: DeskIds;

const admin = { email: 'admin@operator.example.jp', password: testPassword };

beforeAll(async () => {
  [platform, browser] = await Promise.all([startCalendarPlatform(), openBrowser()]);
  busy = await aBusyTenant(platform, 'sakura');
  for (const role of ['admin', 'billing', 'support'] as const) {
    const email = `${role}@operator.example.jp`;
    await platform.get(AddOperator).execute({ email, password: testPassword, name: role, role });
  }
  const client = testClient(platform.url, '/api/v1/operator/session', admin);
  desk = await aBusyDesk(platform.url, client, busy.tenantId);
});

afterAll(async () => {
  await browser.close();
  await platform.stop();
});

const signIn = async (context: BrowserContext, path: string, data: object): Promise<void> => {
  const answer = await context.request.post(`${platform.url}/api/v1/${path}`, { data });
  if (!answer.ok()) throw new Error(`Sign-in was answered with ${answer.status()}`);
};

/** Pages that break, or that ask the server for what whoever is signed in may not have. */
const faults = async (context: BrowserContext, paths: readonly string[]): Promise<string[]> => {
  const page = await context.newPage();
  await page.clock.setFixedTime(platform.clock.now());
  const found: string[] = [];
  let path = '';
  page.on('pageerror', ({ message }) => found.push(`${path}: ${message}`));
  page.on('response', (response) => {
    if (response.status() >= 400)
      found.push(`${path}: ${response.status()} ${new URL(response.url()).pathname}`);
  });
  for (path of paths) {
    await page.goto(`${platform.url}/console/${path}`);
    await page.locator('h1').first().waitFor();
    await page
      .locator('[role=status] .mantine-Skeleton-root')
      .first()
      .waitFor({ state: 'detached' });
  }
  await page.close();
  return found;
};

const memberPages = (): string[] => {
  const draft = busy.ids['campaignId']?.[0] ?? '';
  const steps = ['content', 'check', 'schedule'].map((step) => `campaigns/${draft}/edit/${step}`);
  return [...steps, ...consolePaths('tenant').flatMap((path) => filledPaths(path, busy.ids))];
};

const asMember = async (role: 'owner' | 'editor' | 'viewer'): Promise<BrowserContext> => {
  const { tenantId, slug } = busy;
  const { email } = await aMember(platform, { tenantId, slug, role });
  const context = await browser.newContext({ locale: 'ja-JP' });
  await signIn(context, 'session', { email, password: testPassword, tenant: slug });
  return context;
};

describe('no page breaks, or asks for what its reader may not have: of', () => {
  it.each(['viewer', 'editor'] as const)('members: %s', async (role) => {
    expect(await faults(await asMember(role), memberPages())).toEqual([]);
  });

  it.each(['billing', 'support'] as const)('operators: %s', async (role) => {
    const context = await browser.newContext({ locale: 'ja-JP' });
    await signIn(context, 'operator/session', {
      email: `${role}@operator.example.jp`,
      password: testPassword,
    });
    await context.addInitScript(`sessionStorage.setItem('access-reason:${busy.tenantId}', '確認')`);
    const ids = { ...busy.ids, ...desk, tenantId: [busy.tenantId] };
    // No page leads those to an invoice who may not read any.
    const paths = consolePaths('operator')
      .filter((path) => role === 'billing' || !path.endsWith('invoices/:invoiceId'))
      .flatMap((path) => filledPaths(`operator/${path}`, ids));
    expect(await faults(context, paths)).toEqual([]);
  });

  it('the owner of a suspended tenant', async () => {
    await suspendTenant(platform, busy.tenantId);
    expect(await faults(await asMember('owner'), memberPages())).toEqual([]);
  });
});

it.each([
  ['a form', 'newsletters', 'newsletterId', '/form'],
  ['a segment', 'segments', 'segmentId', ''],
])('who may only look finds %s locked', async (_, area, id, rest) => {
  const context = await asMember('viewer');
  const page = await context.newPage();
  await page.goto(`${platform.url}/console/${area}/${busy.ids[id]?.[0] ?? ''}${rest}`);
  await page.getByText('あなたの役割では見るだけです').waitFor();
  const fields = page.locator('fieldset').locator('input, textarea, button');
  expect(await fields.count()).toBeGreaterThan(1);
  expect(await fields.and(page.locator(':enabled')).count()).toBe(0);
  await context.close();
});
