import type { TestClient } from '#lib/accounts/testing';
import { operatorClient, testPassword } from '#lib/accounts/testing';
import { aDraft } from '#lib/campaigns/testing';
import { activeTenant } from '#lib/contracts/testing';
import type { TenantId } from '#lib/kernel';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { accessibilityProblems, openBrowser } from '#test/browser';
import { comesTo } from '#test/comes-to';
import { consoleOperator, sectionOf } from '#test/console-operator';
import type { ConsoleOperator } from '#test/console-operator';
import { startCalendarPlatform } from '#test/platform';
import type { CalendarPlatform } from '#test/platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

let platform: CalendarPlatform;
let browser: Browser;
let operator: ConsoleOperator;
let client: TestClient;
let member: Page;
let tenantId: TenantId;
let newsletterId: string;

beforeAll(async () => {
  [platform, browser] = await Promise.all([startCalendarPlatform(), openBrowser()]);
  const tenant = await activeTenant(platform, { slug: 'sakura', name: 'さくら書店' });
  ({ client, tenantId } = tenant);
  newsletterId = await aNewsletter(platform, tenantId);
  await someSubscribers(platform, tenantId, newsletterId, 3);
  operator = await consoleOperator(platform, browser, 'ichiro');
  const context = await browser.newContext({ locale: 'ja-JP', baseURL: platform.url });
  const data = { email: tenant.email, password: testPassword, tenant: 'sakura' };
  await context.request.post('/api/v1/session', { data });
  member = await context.newPage();
});

afterAll(async () => {
  await browser.close();
  await platform.stop();
});

describe("a tenant's campaign", () => {
  it('is paused, resumed and stopped by an operator who says why, and the tenant is told', async () => {
    const id = await aDraft(client, newsletterId, { subject: '内緒の件名' });
    expect((await client.post(`/api/v1/campaigns/${id}/send-now`)).status).toBe(200);
    const { page } = operator;
    await operator.open(`/tenants/${tenantId}`);
    await page.getByRole('link', { name: '配信の一覧' }).click();
    await page.getByRole('link', { name: '詳細と操作' }).click();
    await page.getByText('待機中の').first().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '一時停止', exact: true }).click();
    await page
      .getByRole('dialog')
      .getByText(/待機中の3 ?通を止めます/)
      .waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await operator.act(
      '一時停止',
      { 理由: '通報を確かめるため' },
      '一時停止しました。契約者に知らせました。',
    );
    await page.getByText('運営が停止').first().waitFor();
    await operator.act(
      '再開',
      { 理由: '問題がなかったため' },
      '再開しました。契約者に知らせました。',
    );
    await operator.act(
      '中止',
      { 理由: '契約者の依頼により' },
      '中止しました。契約者に知らせました。',
    );
    await page.getByText(/送ったもの 0 ?通.*送らなかったもの 3 ?通/).waitFor();
    expect(await page.locator('body').innerText()).not.toContain('内緒の件名');
    expect(await accessibilityProblems(page)).toEqual([]);
    await member.goto('/console/notices');
    await member.getByText('配信を中止しました').waitFor();
    await member.getByText('配信を一時停止しました').waitFor();
  });

  it('is found by nobody where there is none', async () => {
    await operator.open(`/tenants/${tenantId}/campaigns`);
    await operator.page.getByText('予約中・配信中のものはありません').waitFor();
    expect(await accessibilityProblems(operator.page)).toEqual([]);
  });
});

describe('an abuse case', () => {
  it('has a page: what is known, how things stand, what happened, what to do', async () => {
    const { page } = operator;
    const provider = await operatorClient(platform);
    const suspicion = { tenantId, code: 'P09', summary: '同じ報告が10件', inquiryId: null };
    await provider.post('/api/v1/operator/abuse-cases', suspicion);
    await operator.open('/abuse-cases');
    await page.getByRole('link', { name: '案件を開く' }).click();
    await page.getByRole('heading', { name: 'P09 迷惑メール' }).waitFor();
    await operator.act(
      '是正を催告',
      { 違反の内容: '登録の経路を改めてください。' },
      '是正を催告しました。期限は到着から数えます。',
    );
    await sectionOf(page, '配信と契約の状態').getByText('登録の経路を改めてください。').waitFor();
    await operator.act(
      '措置を決める',
      { 結果: '是正の催告', 理由: '催告しました。' },
      '措置を決めた: 是正の催告',
    );
    await comesTo(
      () => sectionOf(page, '経過').innerText(),
      expect.stringMatching(/案件を開いた[\s\S]*措置を決めた[\s\S]*ichiro/),
    );
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});

describe('a member', () => {
  it('leaves opens and clicks uncounted, and is shown a change of somebody else', async () => {
    await member.goto('/console/settings/sender');
    const counting = member.getByRole('switch', { name: '開封とクリックの計測を使う' });
    await counting.waitFor();
    const rest = { afterCrash: 'retry', avoidFullHours: true };
    const changed = await client.put('/api/v1/settings/delivery', rest, { 'If-Match': '"v0"' });
    expect(changed.status).toBe(200);
    await counting.click({ force: true });
    await member.getByRole('alert').first().waitFor();
    await member
      .getByRole('radio', { name: '自動でもう一度送る' })
      .and(member.locator(':checked'))
      .waitFor();
    await counting.click({ force: true });
    await member.getByText('どの配信でも計測しません。').waitFor();
    expect(await accessibilityProblems(member)).toEqual([]);
    const id = await aDraft(client, newsletterId);
    await member.goto(`/console/campaigns/${id}/edit/content`);
    await member.getByText('設定で、計測を使わないことにしています。').waitFor();
  });

  it('says that a mail is about an election, and may only send it after a review', async () => {
    const id = await aDraft(client, newsletterId, { subject: '市長選挙のお知らせ' });
    await member.goto(`/console/campaigns/${id}/edit/content`);
    await member.getByRole('radio', { name: '選挙運動に関するもの' }).check();
    await member.getByText('保存済み').first().waitFor();
    await member.goto(`/console/campaigns/${id}/edit/schedule`);
    await sectionOf(member, '運営の確認').getByRole('button', { name: '承認を依頼する' }).click();
    await member.getByText('承認を待っています').waitFor();
    await operator.open('/approvals');
    await operator.act(
      '内容を読んで承認',
      {},
      '承認しました。契約者はこのままの内容で配信できます。',
    );
    expect((await client.post(`/api/v1/campaigns/${id}/send-now`)).status).toBe(200);
  });
});
