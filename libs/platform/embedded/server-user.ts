import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { noServerUser } from './embedded.errors.js';

export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Whom the server runs as: ourselves (undefined) unless we are root, which PostgreSQL refuses; then the owner
 * of the cluster if it exists already, else the system user `postgres`, else `nobody`. Never creates a user.
 */
export async function serverUser(cluster: string): Promise<ServerUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(cluster).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const found = (await systemUser('postgres')) ?? (await systemUser('nobody'));
  if (!found) throw noServerUser();
  return found;
}

async function systemUser(name: string): Promise<ServerUser | undefined> {
  const id = async (flag: string): Promise<number> =>
    Number((await promisify(execFile)('id', [flag, name])).stdout);
  try {
    return { uid: await id('-u'), gid: await id('-g') };
  } catch {
    return undefined;
  }
}
