import { AddOperator } from '#lib/accounts';
import { aMember, testClient, testPassword } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { activeTenant } from '#lib/contracts/testing';
import type { TenantId } from '#lib/kernel';
import { aNewsletter } from '#lib/subscribers/testing';
import { accessibilityProblems, openBrowser } from '#test/browser';
import { comesTo } from '#test/comes-to';
import { giveReason, rowsIn } from '#test/console-operator';
import { startCalendarPlatform } from '#test/platform';
import type { CalendarPlatform } from '#test/platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

const terms = '/api/v1/operator/terms';
const path = `${terms}/service-terms/versions`;

let platform: CalendarPlatform;
let browser: Browser;
let tenantId: TenantId;
let member: Page;
let first: Page;
let second: Page;
let writer: TestClient;

const operatorOf = (name: string): { email: string; password: string } => ({
  email: `${name}@operator.example.jp`,
  password: testPassword,
});

/** A window of somebody signed in. */
const windowOf = async (session: string, data: object): Promise<Page> => {
  const context = await browser.newContext({
    locale: 'ja-JP',
    viewport: { width: 1280, height: 900 },
  });
  await context.request.post(platform.url + session, { data });
  const page = await context.newPage();
  await page.clock.setFixedTime(platform.clock.now());
  return page;
};

beforeAll(async () => {
  [platform, browser] = await Promise.all([startCalendarPlatform(), openBrowser()]);
  const tenant = await activeTenant(platform, { slug: 'sakura', name: 'さくら書店' });
  ({ tenantId } = tenant);
  const owner = await aMember(platform, { tenantId, slug: 'sakura', role: 'owner' });
  await aNewsletter(platform, tenantId);
  for (const name of ['ichiro', 'jiro'])
    await platform.get(AddOperator).execute({ ...operatorOf(name), name, role: 'admin' });
  writer = testClient(platform.url, '/api/v1/operator/session', operatorOf('ichiro'));
  const { email } = owner;
  member = await windowOf('/api/v1/session', { email, password: testPassword, tenant: 'sakura' });
  first = await windowOf('/api/v1/operator/session', operatorOf('ichiro'));
  second = await windowOf('/api/v1/operator/session', operatorOf('jiro'));
});

afterAll(async () => {
  await browser.close();
  await platform.stop();
});

const open = async (page: Page, to: string): Promise<void> => {
  await page.goto(`${platform.url}/console/${to}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
};

/** Presses a verb, answers what it asks, and does it. */
const act = async (
  page: Page,
  verb: string,
  answers: Readonly<Record<string, string>> = {},
): Promise<void> => {
  await page.getByRole('button', { name: verb, exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  for (const [label, answer] of Object.entries(answers)) {
    await dialog.getByLabel(label).fill(answer);
  }
  await dialog.getByRole('button', { name: verb, exact: true }).click();
};

const actDone = async (...how: Parameters<typeof act>): Promise<void> => {
  await act(...how);
  await how[0].getByRole('dialog').waitFor({ state: 'hidden' });
};

const expectNoBarriers = async (page: Page): Promise<void> => {
  expect([page.url(), await accessibilityProblems(page)]).toEqual([page.url(), []]);
};

describe('a list of readers from elsewhere', () => {
  const csv = [
    'address,consent_date,consent_source',
    'hanako@example.jp,2025-10-01,店頭の申込書',
    'taro@example.jp,2025-11-02,店頭の申込書',
    'goro@example.jp,,店頭の申込書',
    'hanako@example.jp,2025-12-01,電話',
  ];

  it('is handed in by a member, who sees what was refused, and no address', async () => {
    await open(member, 'migration-lists');
    await member.locator('input[type=file]').setInputFiles({
      name: 'readers.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(csv.join('\r\n')),
    });
    await member.getByText('署名待ち').waitFor();
    expect(await rowsIn(member, '受け付けなかった行')).toEqual([
      ['4', '同意した日がないか、日付として読めません'],
      ['5', '同じアドレスが前の行にあります'],
    ]);
    expect(await member.locator('main').innerText()).not.toMatch(/@example/);
    await expectNoBarriers(member);
    await member.getByLabel('署名する人の氏名').fill('女将 さくら');
    await member.getByRole('button', { name: '署名して確認を依頼する' }).click();
    await member.getByText('運営が確認しています。').waitFor();
  });

  it('is let through by an operator, and everybody on it is asked once', async () => {
    await open(first, 'operator/migration-lists');
    const [[tenant, , signed, people, refused] = []] = await rowsIn(first, '移行リスト');
    expect([tenant, signed, people, refused]).toEqual(['さくら書店', '女将 さくら', '2 人', '2']);
    await expectNoBarriers(first);
    await actDone(first, '認める');
    await first.getByText('判断を待つリストはありません。').waitFor();
    await platform.drain.runDue();
    await member.reload();
    await member.getByText('2 / 2 人に尋ねました').waitFor();
    await member.getByText('全員に尋ねました。').waitFor();
    await expectNoBarriers(member);
    const asked = ['hanako', 'taro', 'goro'].map((name) =>
      platform.mailbox.count({ to: `${name}@example.jp` }),
    );
    expect(asked).toEqual([1, 1, 0]);
  });
});

describe('help from the provider', () => {
  it('is allowed for some hours, given under a banner, and ended at once', async () => {
    await open(first, `operator/tenants/${tenantId}`);
    await expectNoBarriers(first);
    await giveReason(first);
    await first.getByText('いま有効な同意はありません。').waitFor();
    await open(member, 'settings/assistance');
    await member.getByLabel('時間').selectOption('4');
    await member.getByLabel('目的').fill('フォームの設定');
    await member.getByRole('button', { name: '許可する' }).click();
    await member.getByText('フォームの設定').waitFor();
    await expectNoBarriers(member);
    await open(first, `operator/tenants/${tenantId}`);
    await actDone(first, '代理で操作する', { 理由: '電話で頼まれた' });
    await first.getByText('さくら書店 の代わりに操作しています').waitFor();
    await actDone(member, '許可を終える');
    await member.getByText('許可していません。').waitFor();
    // What was the tenant's area a moment ago is behind the sign-in of members again.
    await open(first, 'newsletters');
    await first.getByRole('heading', { level: 1, name: 'サインイン' }).waitFor();
    expect(new URL(first.url()).pathname).toBe('/console/sign-in');
  });
});

describe('a revision of the terms', () => {
  it('goes from a draft over a second person to the public', async () => {
    const body =
      '# 利用規約\n\n## 第1条（目的）\n\n利用の条件を定める。\n\n## 第2条（料金）\n\n月額とする。';
    const text = { body, supplement: null, summary: '制定', impact: 'neutral', isMaterial: false };
    const title = { ja: '利用規約', en: 'Terms of service' };
    await writer.post(terms, { slug: 'service-terms', kind: 'terms', noun: '規約', title, text });
    await writer.post(`${path}/1/submit`);
    const other = testClient(platform.url, '/api/v1/operator/session', operatorOf('jiro'));
    const { hash } = (await other.get(`${path}/1`)).body as { hash: string };
    await other.post(`${path}/1/approve`, { hash });
    await writer.post(`${path}/1/publish`, { effectiveOn: '2026-04-01' });

    await open(first, 'operator/terms/service-terms');
    await actDone(first, '次の版を下書きする');
    await open(first, 'operator/terms/service-terms/2');
    await first.getByLabel('本文 (Markdown)').fill(body.replace('月額', '年額'));
    await first.getByLabel('変更の要点').fill('料金を年額にします。');
    await first.getByRole('button', { name: '下書きを保存' }).click();
    await first.getByText('年額とする。').nth(1).waitFor();
    await comesTo(
      () => rowsIn(first, '新旧対照表'),
      [
        ['利用規約 公開前 第二版', '利用規約 2026年4月1日 第一版', '変更'],
        ['（略）', '（略）', '省略'],
        ['第2条（料金） 年額とする。', '第2条（料金） 月額とする。', '変更'],
        ['（略）', '（略）', '省略'],
        ['付則（〇年〇月〇日） 改訂された規約は、〇年〇月〇日から実施します。', '（略）', '新設'],
      ],
    );
    await expectNoBarriers(first);
    await actDone(first, '確認に出す');
    await act(first, 'この文を承認する');
    await first.getByRole('dialog').getByRole('alert').waitFor();
    await open(second, 'operator/terms/service-terms/2');
    await actDone(second, 'この文を承認する');
    await actDone(second, '公開する', { 有効になる日: '2026-05-01' });
    await second.getByText('公開済み (これから有効)').waitFor();
  });

  it('is announced to members, who accept it', async () => {
    await open(member, 'terms');
    await member.getByText('2026年5月1日(金) から第 2 版に変わります').waitFor();
    await member.getByText('料金を年額にします。').waitFor();
    await expectNoBarriers(member);
    await actDone(member, '第 2 版に同意する');
    await member.getByText('2026年4月1日(水) 9:00 に同意済み').waitFor();
    await comesTo(
      async () => (await rowsIn(member, '同意の記録'))[0]?.slice(0, 4),
      ['2026年4月1日(水) 9:00', '利用規約', '2', '同意した'],
    );
  });
});
