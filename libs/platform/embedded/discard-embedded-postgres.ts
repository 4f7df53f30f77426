import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { clusterFolder } from './cluster-folder.js';
import { endPreviousRun } from './previous-run.js';

/**
 * Removes the cluster of an installation, also a damaged one, wherever it really lives. The next start makes a
 * new one.
 * @throws EmbeddedPostgresProblem when another program uses it
 */
export async function discardEmbeddedPostgres(dataDir: string): Promise<void> {
  const folder = await clusterFolder(resolve(dataDir));
  await endPreviousRun(folder);
  await rm(folder.cluster, { recursive: true, force: true });
}
