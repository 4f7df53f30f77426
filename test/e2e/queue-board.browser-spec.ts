import { AddOperator } from '#lib/accounts';
import { testPassword } from '#lib/accounts/testing';
import { openBrowser } from '#test/browser';
import { comesTo } from '#test/comes-to';
import { startLivePlatform } from '#test/platform';
import type { Platform } from '#test/platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

let platform: Platform;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [platform, browser] = await Promise.all([startLivePlatform(), openBrowser()]);
  page = await (await browser.newContext({ locale: 'ja-JP', baseURL: platform.url })).newPage();
});

afterAll(async () => {
  await browser.close();
  await platform.stop();
});

const signIn = async (name: string, role: 'support' | 'billing'): Promise<void> => {
  const credentials = { email: `${name}@operator.example.jp`, password: testPassword };
  await platform.get(AddOperator).execute({ ...credentials, name, role });
  const answer = await page.request.post('/api/v1/operator/session', { data: credentials });
  expect(answer.status()).toBe(200);
};

describe('the board of the queues', () => {
  it('is closed to who has not signed in, and to operators without a right to the queues', async () => {
    expect((await page.goto('/operator/queues'))?.status()).toBe(401);
    expect(await page.locator('#root').count()).toBe(0);
    await signIn('keiri', 'billing');
    expect((await page.goto('/operator/queues'))?.status()).toBe(401);
    await page.context().clearCookies();
  });

  it('opens from the page of the queues, under a policy that lets nothing of others in', async () => {
    await signIn('shien', 'support');
    const answered: string[] = [];
    page.context().on('response', (answer) => answered.push(new URL(answer.url()).origin));
    const stopped: unknown[] = [];
    page.context().on('requestfailed', (asked) => {
      if (!asked.url().startsWith(platform.url)) stopped.push(asked.failure()?.errorText);
    });
    await page.goto('/console/operator/jobs');
    const [board] = await Promise.all([
      page.context().waitForEvent('page'),
      page.locator('a[href="/operator/queues"]').click(),
    ]);
    await board.getByText('delivery').first().waitFor();
    const policy = await board.evaluate<string | null>(
      `fetch('/operator/queues').then((answer) => answer.headers.get('content-security-policy'))`,
    );
    expect(policy).toMatch(/script-src[^;]*'self'/);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    // The board asks for letters of somebody else's server; the policy lets that request not leave.
    await comesTo(() => [...new Set(stopped)], ['csp']);
    expect(new Set(answered)).toEqual(new Set([platform.url]));
  });
});
