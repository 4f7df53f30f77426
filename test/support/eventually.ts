import { setTimeout as pause } from 'node:timers/promises';

/** Waits for a condition (an expectation that holds, a promise that resolves), as long as the deadline allows. */
export const eventually = async <T>(
  condition: () => T | Promise<T>,
  withinMs = 60_000,
): Promise<T> => {
  const deadline = Date.now() + withinMs;
  for (;;) {
    try {
      return await condition();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await pause(20);
    }
  }
};
