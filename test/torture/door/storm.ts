import { setTimeout as pause } from 'node:timers/promises';

/** Does all of it spread evenly over the time, whether or not what came before is done. */
export const storm = async <T>(
  wishes: readonly (() => Promise<T>)[],
  overMs: number,
): Promise<T[]> => {
  const began = performance.now();
  const under: Promise<T>[] = [];
  for (const [n, wish] of wishes.entries()) {
    const early = began + (n / wishes.length) * overMs - performance.now();
    if (early > 1) await pause(early);
    under.push(wish());
  }
  return Promise.all(under);
};
