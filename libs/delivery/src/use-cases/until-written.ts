import { setTimeout as pause } from 'node:timers/promises';

const tries = 20;
const pauseMs = 1000;

/**
 * Writes what must not be lost, while the database restarts or fails over. The mails are gone; only their outcome is
 * at stake; where the sweep was faster and called them unknown, it is put right.
 * @throws the last error, after some twenty seconds
 */
export const untilWritten = async <T>(write: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await write();
    } catch (error) {
      if (attempt === tries) throw error;
      await pause(pauseMs);
    }
  }
};
