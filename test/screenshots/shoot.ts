import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import type { Picture } from './walks.js';

/** Until the page has said all that it has to say: an open stream of events never lets the network rest. */
const arrived = async (page: Page): Promise<void> => {
  await page.locator('h1').first().waitFor();
  await page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' });
  await page.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => undefined);
};

const shootOne = async (page: Page, picture: Picture, file: string): Promise<void> => {
  await page.goto(picture.path);
  if (picture.path.includes('/snippet')) await page.locator('form').waitFor();
  else await arrived(page);
  if (picture.pressed) {
    await page.locator('main button[type=submit]').first().click();
    await arrived(page);
  }
  await page.screenshot({ path: file, fullPage: true, animations: 'disabled' });
};

/** Takes the pictures in a few windows at once. Gives the files, in the order of the pictures. */
export const shoot = async (
  context: BrowserContext,
  pictures: readonly Picture[],
  folder: string,
): Promise<string[]> => {
  await mkdir(folder, { recursive: true });
  const waiting = [...pictures];
  const window = async (): Promise<void> => {
    const page = await context.newPage();
    for (;;) {
      const next = waiting.shift();
      if (!next) break;
      await shootOne(page, next, join(folder, `${next.name}.png`)).catch((cause: unknown) => {
        throw new Error(`No picture of ${next.path}`, { cause });
      });
    }
    await page.close();
  };
  await Promise.all([window(), window()]);
  return pictures.map(({ name }) => join(folder, `${name}.png`));
};
