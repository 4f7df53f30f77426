import { access, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const marker = (dataDir: string): string => join(dataDir, 'demo.unfinished');

/** True when a start was ended in the middle of writing the demo, whose data are then worth nothing. */
export const wasInterrupted = (dataDir: string): Promise<boolean> =>
  access(marker(dataDir)).then(
    () => true,
    () => false,
  );

export const whileMarked = async (dataDir: string, work: () => Promise<void>): Promise<void> => {
  await writeFile(marker(dataDir), '');
  await work();
  await rm(marker(dataDir));
};
