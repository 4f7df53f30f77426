import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ClusterFolder } from './cluster-folder.js';
import {
  folderCorrupt,
  folderOtherVersion,
  folderUnwritable,
  startFailed,
} from './embedded.errors.js';
import { serverEnvironment, type ServerBinaries } from './server-binaries.js';

/** The role that owns everything in an embedded cluster. */
export const superuser = 'hikyaku';

/** Makes the cluster unless there is one that these programs can open; returns the superuser's password. */
export async function ensureCluster(
  folder: ClusterFolder,
  binaries: ServerBinaries,
  ephemeral: boolean,
): Promise<string> {
  const version = await foundVersion(folder);
  if (version === undefined) await createCluster(folder, binaries, ephemeral);
  else if (version !== binaries.major) {
    throw folderOtherVersion(folder.home, version, binaries.major);
  }
  return readFile(join(folder.cluster, passwordFile), 'utf8').catch(() => {
    throw folderCorrupt(folder.home, `${passwordFile} is missing`);
  });
}

const passwordFile = 'hikyaku.password';

async function foundVersion({ home, cluster }: ClusterFolder): Promise<string | undefined> {
  const entries = await readdir(cluster).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw folderUnwritable(home, error);
  });
  if (entries === undefined) return undefined;
  return (
    await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => {
      throw folderCorrupt(home, 'PG_VERSION is missing');
    })
  ).trim();
}

/** Built aside and renamed: a start that is killed here leaves no half-made cluster behind. */
async function createCluster(
  { home, cluster, user }: ClusterFolder,
  binaries: ServerBinaries,
  ephemeral: boolean,
): Promise<void> {
  const made = `${cluster}.new`;
  const password = join(home, 'password.new');
  try {
    await rm(made, { recursive: true, force: true });
    await rm(password, { force: true });
    await mkdir(made, { mode: 0o700 });
    await writeFile(password, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
    if (user) for (const path of [made, password]) await chown(path, user.uid, user.gid);
    await promisify(execFile)(
      binaries.initdb,
      [
        `--pgdata=${made}`,
        `--username=${superuser}`,
        `--pwfile=${password}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=libc',
        '--no-instructions',
        ...(ephemeral ? ['--no-sync'] : []),
      ],
      { ...user, cwd: '/', env: serverEnvironment },
    );
    await rename(password, join(made, passwordFile));
    await rename(made, cluster);
  } catch (cause) {
    throw startFailed(`initdb: ${String(cause).trim().split('\n').at(-1)}`, cause);
  }
}
