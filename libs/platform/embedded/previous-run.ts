import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { ClusterFolder } from './cluster-folder.js';
import { folderInUse } from './embedded.errors.js';

/**
 * Clears the way for a start. A server whose starter is gone is stopped; one whose starter lives means that the
 * folder is in use. A left-behind postmaster.pid is PostgreSQL's to judge, except where its number has since gone
 * to an unrelated process: PostgreSQL would take that one for a running server and refuse.
 *
 * @throws EmbeddedPostgresProblem `folder-in-use`
 */
export async function endPreviousRun({ home, cluster }: ClusterFolder): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return;
  if (!(await isServerOf(pid, cluster))) {
    // A server ignores its parent's number here, but still looks at the shared memory named further down, which
    // is how it notices orphans of a killed one. Without the file it could not.
    await writeFile(file, [process.pid, ...lines.slice(1)].join('\n'));
    return;
  }
  const starter = Number(await readFile(join(home, 'starter.pid'), 'utf8').catch(() => 0));
  if (starter > 0 && isAlive(starter)) throw folderInUse(home, starter);
  process.kill(pid, 'SIGINT');
  while (isAlive(pid)) await pause(20);
}

/** Notes for the next start who is responsible for the server. */
export async function signStart({ home }: ClusterFolder): Promise<void> {
  await writeFile(join(home, 'starter.pid'), String(process.pid));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The command line tells, and unlike the working directory it may be read of any user's process. */
async function isServerOf(pid: number, cluster: string): Promise<boolean> {
  const command =
    process.platform === 'linux'
      ? (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).replaceAll('\0', ' ')
      : (await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)])).stdout;
  return command.includes(`postgres -D ${cluster} `);
}
