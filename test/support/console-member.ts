import { testPassword } from '#lib/accounts/testing';
import type { Browser, Page } from 'playwright-core';
import type { CalendarPlatform } from './platform.js';

interface Member {
  readonly email: string;
  readonly slug: string;
}

/** A page below /console as a member sees it now, in a browser of their own. */
export const memberPage = async (
  platform: CalendarPlatform,
  browser: Browser,
  { email, slug }: Member,
  path: string,
): Promise<Page> => {
  const page = await browser.newPage({ locale: 'ja-JP' });
  await page.clock.setFixedTime(platform.clock.now());
  const data = { email, password: testPassword, tenant: slug };
  const answer = await page.request.post(`${platform.url}/api/v1/session`, { data });
  if (answer.status() !== 200) throw new Error(`Answered with ${answer.status()}`);
  await page.goto(`${platform.url}/console${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
};
