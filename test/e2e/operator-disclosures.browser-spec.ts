import { testClient, testPassword } from '#lib/accounts/testing';
import { activeTenant } from '#lib/contracts/testing';
import type { TenantId } from '#lib/kernel';
import { accessibilityProblems, openBrowser } from '#test/browser';
import { comesTo } from '#test/comes-to';
import { consoleOperator, rowsIn } from '#test/console-operator';
import type { ConsoleOperator } from '#test/console-operator';
import { startCalendarPlatform } from '#test/platform';
import type { CalendarPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';

let platform: CalendarPlatform;
let browser: Browser;
let tenantId: TenantId;
let anna: ConsoleOperator;
let bert: ConsoleOperator;

beforeAll(async () => {
  [platform, browser] = await Promise.all([
    startCalendarPlatform('2026-04-06T10:00:00+09:00'),
    openBrowser(),
  ]);
  ({ tenantId } = await activeTenant(platform, { slug: 'sakura', name: 'さくら書店' }));
  anna = await consoleOperator(platform, browser, 'anna');
  bert = await consoleOperator(platform, browser, 'bert');
});

afterAll(async () => {
  await browser.close();
  await platform.stop();
});

it('what a court asks for is given when a second person agreed', async () => {
  await anna.open('/disclosures');
  await anna.page.getByText('提供の記録はありません。').waitFor();
  const asked = {
    ...{ 提供先: '東京地方裁判所', 提供先の種類: '官公庁', 根拠: '法令', 人数: '1' },
    ...{ 根拠の詳細: '民事訴訟法226条', 提供した内容: '契約者の名称', 'B 契約者の情報': 'yes' },
  };
  await anna.act('提供を記録', asked, '東京地方裁判所');
  await anna.page.getByText('別の担当者の判断を待っています').waitFor();
  expect(await accessibilityProblems(anna.page)).toEqual([]);
  await bert.open('/disclosures?to=authority');
  await bert.act('提供を認める', {}, '提供した');
  await comesTo(
    () => rowsIn(bert.page, '外部への提供'),
    [
      [
        ...['2026年4月6日(月) 10:00', '東京地方裁判所', '法令 民事訴訟法226条'],
        ...['契約者の名称 B 契約者の情報', '1 人', '', '提供した'],
      ],
    ],
  );
});

it('a processor is entered and its end is noted', async () => {
  await anna.open('/processors');
  const entered = { 名称: '株式会社データセンター', 委託する業務: 'サーバーの保管' };
  const terms = { 安全管理の措置: '入退室の管理', 開始日: '2026-01-01' };
  await anna.act(
    '委託先を加える',
    { ...entered, ...terms, 'A サービスのデータ': 'yes' },
    'サーバーの保管',
  );
  await anna.act('変更', { 終了日: '2026-12-31' }, /2026年12月31日/);
  expect(await accessibilityProblems(anna.page)).toEqual([]);
});

it('a host is blocked, and let go again', async () => {
  await anna.open('/link-hosts');
  await anna.act('ホスト名を加える', { ホスト名: 'phish.example', 理由: '偽の画面' }, '偽の画面');
  const { page } = anna;
  const line = page.getByRole('row').filter({ hasText: 'phish.example' });
  expect(await line.getByRole('cell').nth(1).innerText()).toBe('配信に使えない');
  await line.getByRole('button', { name: '外す' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '外す' }).click();
  await line.waitFor({ state: 'detached' });
});

it('a training is noted, and who had it is due no more', async () => {
  await anna.open('/staff');
  await anna.page.getByText('研修が必要').nth(1).waitFor();
  const taught = { 研修の名前: '年次研修', 受けた日: '2026-04-01' };
  await anna.act('研修を記録', taught, '年次研修');
  await comesTo(() => anna.page.getByText('研修が必要').count(), 1);
});

it('why somebody looked at a tenant is asked once and kept where the tenant finds it', async () => {
  await anna.open(`/tenants/${tenantId}`);
  await anna.page.getByRole('heading', { name: 'さくら書店', level: 1 }).waitFor();
  await anna.act(
    'アドレスを外す',
    { 外すアドレス: 'nobody@example.jp' },
    'このアドレスの読者はいません。',
  );
  await anna.page.reload();
  await anna.page.getByRole('button', { name: '閲覧の理由: 契約の手続き' }).waitFor();
  const credentials = { email: 'bert@operator.example.jp', password: testPassword };
  const operator = testClient(platform.url, '/api/v1/operator/session', credentials);
  const { body } = await operator.get(`/api/v1/operator/data-access?tenantId=${tenantId}`);
  const { items } = body as { items: { kind: string; reason: string }[] };
  const ofContract = items.filter(({ kind }) => kind === 'CONTRACT');
  expect(new Set(ofContract.map(({ reason }) => reason))).toEqual(new Set(['契約の手続き']));
});
