import { aMember, operatorClient, testPassword } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { aDraft } from '#lib/campaigns/testing';
import { activeTenant } from '#lib/contracts/testing';
import { HoldMailing } from '#lib/delivery';
import type { TenantId } from '#lib/kernel';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { Database } from '#platform/database';
import { accessibilityProblems, openBrowser } from '#test/browser';
import { comesTo } from '#test/comes-to';
import { startCalendarPlatform } from '#test/platform';
import type { CalendarPlatform } from '#test/platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

let platform: CalendarPlatform;
let browser: Browser;
let author: Page;
let second: Page;
let client: TestClient;
let tenantId: TenantId;
let newsletterId: string;

/** A window in which a member is signed in. */
const windowOf = async (email: string, slug: string): Promise<Page> => {
  const page = await browser.newPage({ locale: 'ja-JP', baseURL: platform.url });
  const data = { email, password: testPassword, tenant: slug };
  expect((await page.request.post('/api/v1/session', { data })).status()).toBe(200);
  return page;
};

beforeAll(async () => {
  [platform, browser] = await Promise.all([startCalendarPlatform(), openBrowser()]);
  const tenant = await activeTenant(platform, {});
  ({ client, tenantId } = tenant);
  newsletterId = await aNewsletter(platform, tenantId);
  await someSubscribers(platform, tenantId, newsletterId, ['a@example.jp', 'refuse-b@example.jp']);
  const other = await aMember(platform, { tenantId, slug: tenant.slug, role: 'owner' });
  author = await windowOf(tenant.email, tenant.slug);
  second = await windowOf(other.email, tenant.slug);
});

afterAll(async () => {
  await browser.close();
  await platform.stop();
});

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true });
const agree = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

describe('approval by a second member', () => {
  let path: string;

  it('is switched on in the settings and then asked for by the author', async () => {
    await author.goto('/console/settings/sender');
    await author
      .getByRole('switch', { name: '配信の前に、別のメンバーの承認を必要とする' })
      .click();
    await author.getByText('保存しました').first().waitFor();
    const id = await aDraft(client, newsletterId);
    path = `/console/campaigns/${id}/edit`;
    await author.goto(`${path}/schedule`);
    await author.getByRole('radio', { name: '今すぐ送る' }).check();
    await comesTo(() => button(author, '今すぐ配信する').isDisabled(), true);
    await author.getByLabel('伝えること (任意)').fill('午前中にお願いします');
    await button(author, '承認を依頼する').click();
    await author.getByText('承認を待っています').waitFor();
    expect(await accessibilityProblems(author)).toEqual([]);
  });

  it('shows the second member what it is bound to, and lets it leave once given', async () => {
    await second.goto('/console/');
    const waiting = second.getByRole('alert').filter({ hasText: '承認を待っている' });
    await waiting.filter({ hasText: /春のお知らせ宛先 2 人・.*に依頼/ }).waitFor();
    expect(await accessibilityProblems(second)).toEqual([]);
    await waiting.getByRole('link').click();
    await second.getByText('午前中にお願いします').waitFor();
    const stand = second.getByRole('status').filter({ hasText: '内容の識別番号' });
    await stand.filter({ hasText: /宛先 2 人.*内容の識別番号: [0-9a-f]{12}/ }).waitFor();
    expect(await accessibilityProblems(second)).toEqual([]);
    await button(second, '承認する').click();
    await second.getByText('承認されました').waitFor();
    await author.reload();
    await author.getByRole('radio', { name: '今すぐ送る' }).check();
    await author.getByText('承認されました').waitFor();
    await comesTo(() => button(author, '今すぐ配信する').isDisabled(), false);
  });

  it('is void after a change, until it is given anew', async () => {
    platform.clock.advance({ minutes: 1 });
    await author.goto(`${path}/content`);
    await author.getByRole('textbox', { name: '件名', exact: true }).fill('書き換えた件名');
    await author.getByText('保存済み').waitFor();
    await author.goto(`${path}/schedule`);
    await author.getByText('依頼の後で内容が変わりました').waitFor();
    await author.getByRole('radio', { name: '今すぐ送る' }).check();
    await comesTo(() => button(author, '今すぐ配信する').isDisabled(), true);
    await button(author, '承認を依頼する').click();
    await author.getByText('承認を待っています').waitFor();
    await second.reload();
    await button(second, '承認する').click();
    await second.getByText('承認されました').waitFor();
    await author.reload();
    await author.getByRole('radio', { name: '今すぐ送る' }).check();
    await button(author, '今すぐ配信する').click();
    await agree(author, '今すぐ配信する');
    await author.getByRole('heading', { name: '書き換えた件名' }).waitFor();
    await platform.drain.runDue();
  });
});

describe('after it was sent', () => {
  it('the report says who left and what came back', async () => {
    await author.reload();
    const section = author.locator('section', {
      has: author.getByRole('heading', { name: '配信停止と不達' }),
    });
    await section.getByText('宛先がありません').waitFor();
    expect(await accessibilityProblems(author)).toEqual([]);
  });

  it('its words are kept as a template, renamed, begun with and deleted', async () => {
    await button(author, 'テンプレートにする').click();
    await author.getByLabel('テンプレートの名前').fill('春の型');
    await agree(author, '残す');
    await author.getByText('テンプレートとして残しました').first().waitFor();
    await author.goto('/console/templates');
    await button(author, '春の型: 名前を変える').click();
    await author.getByRole('dialog').getByLabel('名前').fill('季節の型');
    await agree(author, '名前を変える');
    await button(author, '季節の型: これで作る').waitFor();
    await author.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await accessibilityProblems(author)).toEqual([]);
    await button(author, '季節の型: これで作る').click();
    await author.getByRole('heading', { name: '書き換えた件名' }).waitFor();
    await author.goto('/console/templates');
    await button(author, '季節の型: 削除する').click();
    await agree(author, '削除する');
    await author.getByText('まだテンプレートがありません').waitFor();
  });
});

describe('a campaign that only the provider may let go on', () => {
  beforeAll(async () => {
    await client.put(
      '/api/v1/settings/campaigns',
      { approvalNeeded: false },
      { 'If-Match': (await client.get('/api/v1/settings/campaigns')).headers.get('etag') ?? '' },
    );
  });

  it('says when the quality of its list stopped it, and has no button to resume it', async () => {
    const id = await aDraft(client, newsletterId, { subject: '不達の多い配信' });
    expect((await client.post(`/api/v1/campaigns/${id}/send-now`)).status).toBe(200);
    await platform
      .get(Database)
      .inTenant(tenantId, (tx) =>
        platform.get(HoldMailing).within(tx, tenantId, id, 'list-quality'),
      );
    await platform.drain.runDue();
    await author.goto(`/console/campaigns/${id}`);
    await author.getByRole('heading', { name: '確認のため止まっています' }).waitFor();
    await author.getByText('再開するか中止するかを決めます').waitFor();
    await button(author, '中止').waitFor();
    expect(await button(author, '再開').count()).toBe(0);
    expect(await accessibilityProblems(author)).toEqual([]);
  });

  it('says when an operator paused it, and has no button to resume it', async () => {
    const id = await aDraft(client, newsletterId, { subject: '止められた配信' });
    expect((await client.post(`/api/v1/campaigns/${id}/send-now`)).status).toBe(200);
    const operator = await operatorClient(platform);
    const stop = `/api/v1/operator/tenants/${tenantId}/campaigns/${id}/pause`;
    expect((await operator.post(stop, { reason: '確認のため' })).status).toBe(200);
    await author.goto(`/console/campaigns/${id}`);
    await author.getByRole('heading', { name: '運営者が止めています' }).waitFor();
    await button(author, '中止').waitFor();
    expect(await button(author, '再開').count()).toBe(0);
    expect(await accessibilityProblems(author)).toEqual([]);
  });
});
