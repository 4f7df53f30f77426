import { activeTenant } from '#lib/contracts/testing';
import { SystemClock, emailAddress } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { accessibilityProblems, openBrowser } from '#test/browser';
import type { Browser, Page } from 'playwright-core';
import { SubscriberLinks } from '../index.js';
import { Addresses } from '../store/addresses.js';
import { aNewsletter, someSubscribers, subscribersParts } from '../testing.js';

let app: TestApp;
let browser: Browser;
let tenantId: TenantId;
let form: string;
let unsubscribe: string;
let preferences: string;

beforeAll(async () => {
  browser = await openBrowser();
  app = await startApp({ ...subscribersParts, clock: new SystemClock() });
  const tenant = await activeTenant(app, { name: 'みかん商店' });
  tenantId = tenant.tenantId;
  const label = { ja: 'お名前', en: 'Your name' };
  const fields = [{ name: 'name', type: 'text', required: true, label }] as const;
  const newsletterId = await aNewsletter(app, tenantId, { slug: 'weekly', fields });
  form = `${app.url}/t/${tenant.slug}/weekly`;
  await someSubscribers(app, tenantId, newsletterId, ['taro@example.jp'], { name: '太郎' });
  const subscriberId = await app
    .get(Database)
    .inTenant(tenantId, (tx) =>
      app.get(Addresses).find(tx, tenantId, emailAddress('taro@example.jp')),
    );
  const person = { tenantId, subscriberId: subscriberId ?? '', newsletterId, campaignId: null };
  const links = app.get(SubscriberLinks).of(person);
  const here = (link: string): string => link.replace('http://localhost', app.url);
  unsubscribe = here(links.unsubscribePage);
  preferences = here(links.preferences);
}, 60_000);

afterAll(async () => {
  await browser.close();
  await app.stop();
});

const open = async (url: string, options: { javaScriptEnabled?: boolean } = {}): Promise<Page> => {
  const page = await browser.newPage(options);
  await page.goto(url);
  return page;
};

const spentRules = async (): Promise<string[]> => {
  const rows = await app
    .get(Database)
    .asSystem((tx) =>
      tx.query<{ rule: string }>(`SELECT DISTINCT rule FROM sign_up_budgets ORDER BY rule`),
    );
  return rows.map(({ rule }) => rule).filter((rule) => rule.startsWith('ip-'));
};

describe('the public pages', () => {
  it.each(['ja', 'en'])('shut nobody out (%s)', async (lang) => {
    const problems: string[] = [];
    for (const url of [form, `${form}/check-mail`, unsubscribe, preferences, `${app.url}/undo/x`]) {
      const page = await open(`${url}?lang=${lang}`);
      problems.push(...(await accessibilityProblems(page)).map((each) => `${url} ${each}`));
      await page.close();
    }
    expect(problems).toEqual([]);
  });

  it('take a sign-up without JavaScript, on the tighter budget', async () => {
    const page = await open(form, { javaScriptEnabled: false });
    await page.fill('#email', 'plain@example.jp');
    await page.fill('#f-name', '花子');
    await page.check('#consent');
    await page.click('button[type=submit]');
    expect(await page.textContent('h1')).toBe('メールをご確認ください');
    expect(await spentRules()).toEqual(['ip-plain']);
    await page.close();
  });

  it('solve the challenge by themselves where JavaScript runs', async () => {
    const page = await open(form);
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.fill('#email', 'solved@example.jp');
    await page.fill('#f-name', '花子');
    await page.check('#consent');
    await page.waitForSelector('input[name=altcha][value]:not([value=""])', { state: 'attached' });
    await page.click('button[type=submit]');
    await page.waitForURL('**/check-mail?**');
    expect(complaints).toEqual([]);
    expect(await spentRules()).toEqual(['ip-plain', 'ip-solved']);
    await page.close();
  });
});
