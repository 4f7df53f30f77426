import { AddOperator } from '#lib/accounts';
import { testPassword } from '#lib/accounts/testing';
import type { Browser, Locator, Page } from 'playwright-core';
import type { CalendarPlatform } from './platform.js';

/** A person at the operators' part of the console, in a browser of their own. */
export interface ConsoleOperator {
  readonly page: Page;
  /** Signs in anew, since the session of an earlier day has ended, and opens a page below /console/operator. */
  open(path: string): Promise<void>;
  /** Presses a verb, answers its questions by their labels, does it, and waits for the receipt that it gives. */
  act(
    verb: string,
    answers: Readonly<Record<string, string>>,
    receipt: string | RegExp,
  ): Promise<void>;
}

/** @param name the local part of the address to sign in with */
export const consoleOperator = async (
  platform: CalendarPlatform,
  browser: Browser,
  name: string,
): Promise<ConsoleOperator> => {
  const credentials = { email: `${name}@operator.example.jp`, password: testPassword };
  await platform.get(AddOperator).execute({ ...credentials, name, role: 'admin' });
  const context = await browser.newContext({ locale: 'ja-JP' });
  const page = await context.newPage();
  const open = async (path: string): Promise<void> => {
    await page.clock.setFixedTime(platform.clock.now());
    const session = `${platform.url}/api/v1/operator/session`;
    const answer = await page.request.post(session, { data: credentials });
    if (answer.status() !== 200) throw new Error(`Answered with ${answer.status()}`);
    await page.goto(`${platform.url}/console/operator${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    if (path.startsWith('/tenants/')) await giveReason(page);
  };
  const act: ConsoleOperator['act'] = async (verb, answers, receipt) => {
    await page.getByRole('button', { name: verb, exact: true }).first().click();
    const dialog = page.getByRole('dialog');
    await fill(dialog, answers);
    await dialog.getByRole('button', { name: verb, exact: true }).click();
    await page.getByText(receipt).waitFor();
    await dialog.waitFor({ state: 'hidden' });
  };
  return { page, open, act };
};

/** Says why one looks at the tenant whose page is open, unless this window has said so already. */
export const giveReason = async (page: Page): Promise<void> => {
  const gate = sectionOf(page, '閲覧の理由');
  const opened = page.getByRole('button', { name: /^閲覧の理由: / });
  await gate.or(opened).waitFor();
  if (!(await gate.isVisible())) return;
  await fill(gate, { 理由: '契約の手続き' });
  await gate.getByRole('button', { name: '開く' }).click();
  await opened.waitFor();
};

/** Types, chooses or ticks, as each field wants; `yes` ticks. */
export const fill = async (
  form: Page | Locator,
  answers: Readonly<Record<string, string>>,
): Promise<void> => {
  for (const [label, answer] of Object.entries(answers)) {
    const field = form.getByLabel(wholeLabel(label)).first();
    await field.waitFor();
    if (answer === 'yes') await field.check();
    else if ((await form.locator('select').and(field).count()) > 0)
      await field.selectOption({ label: answer });
    else await field.fill(answer);
  }
};

/** Finds a tenant in the field of the open dialog by what is typed, and takes it. */
export const chooseTenant = async (page: Page, typed: string, name: string): Promise<void> => {
  const dialog = page.getByRole('dialog');
  // A dialog takes the focus when it opens; a list that is open by then would close again.
  await dialog.locator(':focus').waitFor();
  await dialog.getByRole('combobox', { name: '契約者' }).fill(typed);
  await page.getByRole('option', { name }).click();
};

/** The label alone, with the star that stands behind those that need an answer. */
const wholeLabel = (label: string): RegExp =>
  new RegExp(`^${label.replaceAll(/[().]/g, String.raw`\$&`)}( \\*)?$`);

/** So much of an element as is read in the page. */
interface Shown {
  readonly innerText: string;
  querySelectorAll(kind: string): Iterable<Shown>;
}

/** Names and values of the facts that a part of the page lists, as they stand at one instant. */
export const factsIn = async (part: Page | Locator): Promise<Record<string, string>> => {
  const list = part.locator('dl').first();
  await list.waitFor();
  const [names = [], values = []] = await list.evaluate((whole: Shown) =>
    ['dt', 'dd'].map((kind) => Array.from(whole.querySelectorAll(kind), (part) => part.innerText)),
  );
  return Object.fromEntries(names.map((name, i) => [name, values[i] ?? '']));
};

/** The cells of a table, row by row, without its head, as they stand at one instant. */
export const rowsIn = async (page: Page, label: string): Promise<string[][]> => {
  const rows = page.getByRole('table', { name: label }).locator('tbody tr');
  await rows.first().waitFor();
  const cells = await rows.evaluateAll((all: Shown[]) =>
    all.map((row) => Array.from(row.querySelectorAll('td'), (cell) => cell.innerText)),
  );
  return cells.map((row) => row.map((text) => text.replaceAll(/\s+/g, ' ')));
};

/** The part of the page under a heading of the second rank. */
export const sectionOf = (page: Page, title: string): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: title }) });
