import { expect } from '@jest/globals';
import { eventually } from './eventually.js';

/** Waits until what is read equals that value: a page may still be on its way to it when its parts are there. */
export const comesTo = (read: () => unknown, value: unknown): Promise<void> =>
  eventually(async () => {
    expect(await read()).toEqual(value);
  });
