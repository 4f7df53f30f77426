import chromium from '@sparticuz/chromium';
import axe from 'axe-core';
import { chromium as playwright } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { eventually } from './eventually.js';

/** Chromium: a system's own where PLAYWRIGHT_CHROMIUM names it, otherwise the one of the npm package. */
export const chromiumPath = async (): Promise<string> =>
  process.env['PLAYWRIGHT_CHROMIUM'] ?? (await chromium.executablePath());

/** Of somebody who wants nothing to move, unless a page asks for another person: no test waits for a fading dialog. */
export const openBrowser = async (): Promise<Browser> =>
  playwright.launch({
    executablePath: await chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', '--force-prefers-reduced-motion'],
  });

/** Waits until nothing fades or slides: half-shown text has the contrast of neither state. */
const stillness = (page: Page): Promise<void> =>
  eventually(async () => {
    const moving = await page.evaluate<number>(
      `document.getAnimations().filter(({ playState, effect }) =>
        playState === 'running' && effect?.getTiming().iterations !== Infinity).length`,
    );
    if (moving > 0) throw new Error(`${moving} parts of the page are moving`);
  });

/** What keeps people out, as axe-core finds it in the page once it rests: `rule: selector` each. */
export const accessibilityProblems = async (page: Page): Promise<string[]> => {
  await stillness(page);
  await page.evaluate(axe.source);
  // The whole answer, with all that is in order, takes several times as long to bring here as to find.
  return page.evaluate(async () => {
    const { violations } = await axe.run({ resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
    );
  });
};

/** Lets the page be as it is for people without JavaScript; `accessibilityProblems` needs it on again. */
export const withJavaScript = async (page: Page, on: boolean): Promise<void> => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setScriptExecutionDisabled', { value: !on });
  await devtools.detach();
};
