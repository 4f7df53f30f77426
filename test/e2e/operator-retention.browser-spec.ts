import { AddOperator } from '#lib/accounts';
import { testPassword } from '#lib/accounts/testing';
import { contractOf } from '#lib/contracts/testing';
import { PlainDate } from '#lib/kernel';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { accessibilityProblems, openBrowser } from '#test/browser';
import { chooseTenant } from '#test/console-operator';
import { startCalendarPlatform } from '#test/platform';
import type { CalendarPlatform } from '#test/platform';
import { openTables } from '#test/tables';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

let platform: CalendarPlatform;
let browser: Browser;

beforeAll(async () => {
  [platform, browser] = await Promise.all([
    startCalendarPlatform('2026-01-05T09:00:00+09:00'),
    openBrowser(),
  ]);
  for (const name of ['first', 'second'])
    await platform.get(AddOperator).execute({
      ...{ email: `${name}@operator.example.jp`, password: testPassword },
      ...{ name, role: 'admin' },
    });
});

afterAll(async () => {
  await browser.close();
  await platform.stop();
});

const until = async (instant: string): Promise<void> => {
  platform.clock.set(instant);
  await platform.drain.runDue();
  await platform.drain.sweep();
};

/** Opens the page in a browser of that operator's own. */
const openAs = async (name: string, path = 'retention', title = '保存と消去'): Promise<Page> => {
  const page = await (await browser.newContext({ locale: 'ja-JP' })).newPage();
  await page.clock.setFixedTime(platform.clock.now());
  const data = { email: `${name}@operator.example.jp`, password: testPassword };
  const answer = await page.request.post(`${platform.url}/api/v1/operator/session`, { data });
  expect(answer.status()).toBe(200);
  await page.goto(`${platform.url}/console/operator/${path}`);
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
  return page;
};

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click();

const confirm = async (page: Page, name: string): Promise<void> => {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
};

it('operators see what goes next, hold it, lift the hold by two, and hand out the certificate', async () => {
  const { tenantId, slug, client } = await contractOf(platform, PlainDate.from('2026-01-05'));
  await someSubscribers(platform, tenantId, await aNewsletter(platform, tenantId), 2);
  await until('2026-06-10T12:00:00+09:00');
  await client.post('/api/v1/contract/end-notices', {});
  await until('2026-08-01T09:00:00+09:00');

  const first = await openAs('first');
  const due = first.getByRole('table', { name: 'これから消去するもの' });
  await due.getByText('待機').waitFor();
  await press(first, '数える');
  await first.getByRole('dialog').getByText('subscribers').waitFor();
  await first.keyboard.press('Escape');
  await first.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(await accessibilityProblems(first)).toEqual([]);

  await press(first, 'アドレスから調べる');
  const question = first.getByRole('dialog');
  await chooseTenant(first, slug, slug);
  await question.getByLabel('申し出のあったアドレス').fill('reader1@example.jp');
  await confirm(first, 'アドレスから調べる');
  const proofs = first.getByRole('table', { name: '同意の証明' });
  await proofs.getByText('購読中').waitFor();

  await press(first, '契約者を保全する');
  const dialog = first.getByRole('dialog');
  await chooseTenant(first, slug, slug);
  await dialog.getByLabel('理由').fill('訴訟のため');
  await confirm(first, '契約者を保全する');
  await due.getByText('保全中').waitFor();
  await until('2026-08-08T03:00:00+09:00');

  const again = await openAs('first');
  await press(again, '解除を申請する');
  await again.getByRole('dialog').getByLabel('理由').fill('和解');
  await confirm(again, '解除を申請する');
  const second = await openAs('second');
  await press(second, '解除を承認する');
  await confirm(second, '解除を承認する');
  await second.getByText('期限超過').waitFor();

  await until('2026-08-09T02:00:00+09:00');
  const after = await openAs('second');
  await after.getByText('改ざんはありません').waitFor();
  const link = after.getByRole('link', { name: /\(PDF\)/ }).first();
  const file = await after.request.get(
    new URL((await link.getAttribute('href')) ?? '', platform.url).href,
  );
  expect(file.headers()['content-type']).toContain('application/pdf');
  expect(await accessibilityProblems(after)).toEqual([]);
});

it('operators see an erasure that did not come to its end, and what it could not erase', async () => {
  const tables = await openTables(platform.databaseUrl);
  await tables.query(`CREATE FUNCTION balk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$;
    CREATE TRIGGER balk BEFORE DELETE ON operator_reads FOR EACH ROW EXECUTE FUNCTION balk()`);
  await tables.query(`UPDATE operator_reads SET last_at = '2026-01-06T00:00:00Z'`);
  await expect(until('2026-08-10T02:00:00+09:00')).rejects.toThrow('2026-08-10');
  await tables.query('DROP TRIGGER balk ON operator_reads');
  await tables.close();
  platform.clock.set('2026-08-10T05:00:00+09:00');

  const page = await openAs('first', '', '概況');
  await page.getByRole('link', { name: '終わっていない夜間の消去' }).click();
  const alarm = page.getByRole('alert').filter({ hasText: '夜間の消去が終わっていません' });
  await alarm.getByText('operator_reads').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);

  await until('2026-08-10T06:00:00+09:00');
  const after = await openAs('first');
  await after.getByText('2026年8月10日(月) の消去は').waitFor();
});
