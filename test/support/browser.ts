import chromium from '@sparticuz/chromium';
import axe from 'axe-core';
import { chromium as playwright } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';

/** Chromium: a system's own where PLAYWRIGHT_CHROMIUM names it, otherwise the one of the npm package. */
export const chromiumPath = async (): Promise<string> =>
  process.env['PLAYWRIGHT_CHROMIUM'] ?? (await chromium.executablePath());

export const openBrowser = async (): Promise<Browser> =>
  playwright.launch({
    executablePath: await chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu'],
  });

/** What keeps people out, as axe-core finds it in the page as it is shown now: `rule: selector` each. */
export const accessibilityProblems = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => axe.run());
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
  );
};

/** Lets the page be as it is for people without JavaScript; `accessibilityProblems` needs it on again. */
export const withJavaScript = async (page: Page, on: boolean): Promise<void> => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setScriptExecutionDisabled', { value: !on });
  await devtools.detach();
};
