import { createHash } from 'node:crypto';
import { access, constants, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { folderUnwritable } from './embedded.errors.js';
import { canReach, makeReachable } from './reachable.js';
import { serverUser, type ServerUser } from './server-user.js';

/** Where root keeps what an unprivileged server must reach when the asked-for place is closed to it. */
export const reachableRoot = '/var/lib/hikyaku';

/** One embedded installation on disk. Paths are absolute. */
export interface ClusterFolder {
  readonly home: string;
  /** PGDATA. */
  readonly cluster: string;
  /** Set when the server must drop our privileges. */
  readonly user: ServerUser | undefined;
}

/**
 * The folder to use for the asked-for one, created when missing. They differ only for root: a server that has
 * dropped its privileges cannot enter a folder below one that is closed to others, as a home directory is.
 */
export async function clusterFolder(asked: string): Promise<ClusterFolder> {
  const home = await chooseHome(asked);
  const cluster = join(home, 'pgdata');
  const user = await serverUser(cluster);
  try {
    await (user ? makeReachable(home) : mkdir(home, { recursive: true, mode: 0o700 }));
    await access(home, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw folderUnwritable(home, cause);
  }
  return { home, cluster, user };
}

async function chooseHome(asked: string): Promise<string> {
  const user = await serverUser(join(asked, 'pgdata'));
  if (!user) return asked;
  const moved = join(reachableRoot, createHash('sha256').update(asked).digest('hex').slice(0, 12));
  if (await exists(join(moved, 'pgdata'))) return moved;
  if (await canReach(asked, user)) return asked;
  // A cluster that its owner can no longer enter must not be replaced by an empty one without a word.
  if (await exists(join(asked, 'pgdata'))) throw folderUnwritable(asked);
  return moved;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
