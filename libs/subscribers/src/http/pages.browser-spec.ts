import { registeredTenant } from '#lib/accounts/testing';
import { activeTenant } from '#lib/contracts/testing';
import { Clock, SystemClock, emailAddress } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { accessibilityProblems, openBrowser } from '#test/browser';
import type { Browser, Page } from 'playwright-core';
import { SubscriberLinks } from '../index.js';
import { Addresses } from '../store/addresses.js';
import { LinkTokens } from '../use-cases/link-tokens.js';
import { RequestOptIn } from '../use-cases/request-opt-in.js';
import { aNewsletter, someSubscribers, subscribersParts } from '../testing.js';

let app: TestApp;
let browser: Browser;
let tenantId: TenantId;
let form: string;
let closed: string;
let newsletterId: string;

beforeAll(async () => {
  browser = await openBrowser();
  app = await startApp({ ...subscribersParts, clock: new SystemClock() });
  const tenant = await activeTenant(app, { name: 'みかん商店' });
  tenantId = tenant.tenantId;
  const label = { ja: 'お名前', en: 'Your name' };
  const fields = [{ name: 'name', type: 'text', required: true, label }] as const;
  newsletterId = await aNewsletter(app, tenantId, { slug: 'weekly', fields });
  form = `${app.url}/t/${tenant.slug}/weekly`;
  const resting = await registeredTenant(app);
  await aNewsletter(app, resting.tenantId, { slug: 'closed' });
  closed = `${app.url}/t/${resting.slug}/closed`;
});

afterAll(async () => {
  await browser.close();
  await app.stop();
});

const open = async (url: string, options: { javaScriptEnabled?: boolean } = {}): Promise<Page> => {
  const page = await browser.newPage(options);
  await page.goto(url);
  return page;
};

/** The pages that a new active reader's mails lead to. */
const reader = async (
  address: string,
): Promise<{ unsubscribe: string; preferences: string; undo: string }> => {
  await someSubscribers(app, tenantId, newsletterId, [address], { name: '太郎' });
  const subscriberId = await app
    .get(Database)
    .inTenant(tenantId, (tx) => app.get(Addresses).find(tx, tenantId, emailAddress(address)));
  const person = { tenantId, subscriberId: subscriberId ?? '', newsletterId, campaignId: null };
  const links = app.get(SubscriberLinks).of(person);
  const token = app.get(LinkTokens).undo(person.subscriberId, app.get(Clock).now());
  return {
    unsubscribe: links.unsubscribePage.replace('http://localhost', app.url),
    preferences: links.preferences.replace('http://localhost', app.url),
    undo: `${app.url}/undo/${token}`,
  };
};

const confirmLink = async (address: string): Promise<string> => {
  const outcome = await app.get(Database).inTenant(tenantId, (tx) =>
    app.get(RequestOptIn).within(tx, {
      tenantId,
      newsletterId,
      formNumber: 1,
      address: emailAddress(address),
      fields: {},
      ip: null,
      userAgent: null,
    }),
  );
  if (outcome.kind !== 'confirm') throw new Error(outcome.kind);
  return `${app.url}/confirm/${app.get(LinkTokens).optIn(outcome.requestId)}`;
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
  it.each([
    ['ja', 'light'],
    ['en', 'dark'],
  ] as const)('shut nobody out (%s, %s)', async (lang, colorScheme) => {
    const page = await browser.newPage({ colorScheme, viewport: { width: 375, height: 700 } });
    const problems: string[] = [];
    const look = async (): Promise<void> => {
      const title = await page.title();
      problems.push(...(await accessibilityProblems(page)).map((each) => `${title}: ${each}`));
    };
    const press = async (): Promise<void> => {
      const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
      await page.click('button[type=submit] >> nth=0');
      await answered;
      await page.waitForLoadState('load');
    };
    const confirm = await confirmLink(`${lang}@example.jp`);
    const { preferences, unsubscribe, undo } = await reader(`reader-${lang}@example.jp`);
    for (const url of [form, confirm, preferences, unsubscribe, undo]) {
      await page.goto(`${url}?lang=${lang}`);
      await look();
      await press();
      await look();
    }
    for (const url of [`${form}/check-mail`, `${app.url}/undo/x`, closed]) {
      await page.goto(`${url}?lang=${lang}`);
      await look();
    }
    await page.close();
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
