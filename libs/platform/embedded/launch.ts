import { spawn, type ChildProcess } from 'node:child_process';
import { open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ClusterFolder } from './cluster-folder.js';
import { startFailed } from './embedded.errors.js';
import { serverEnvironment, type ServerBinaries } from './server-binaries.js';
import { startFailure } from './start-failure.js';
import { watchOver } from './watchdog.js';

const logKeptBytes = 1_000_000;

export interface LaunchedServer {
  readonly process: ChildProcess;
  readonly pid: number;
  /** To be called after an orderly stop. */
  readonly dismissWatchdog: () => void;
}

/**
 * Starts the server and waits until it accepts connections, which takes as long as its crash recovery does.
 * Orphans of a server that was killed hold the folder until they notice: that is waited for.
 */
export async function launch(
  folder: ClusterFolder,
  binaries: ServerBinaries,
  port: number,
  settings: readonly string[],
): Promise<LaunchedServer> {
  for (let tries = 1; ; tries += 1) {
    const started = await attempt(folder, binaries, settings);
    if (typeof started !== 'string') return started;
    const problem = startFailure(started, folder.home, port);
    if (problem.code !== 'folder-in-use' || tries === 50) throw problem;
    await pause(100);
  }
}

/** The server, or what it said before it gave up. */
async function attempt(
  folder: ClusterFolder,
  binaries: ServerBinaries,
  settings: readonly string[],
): Promise<LaunchedServer | string> {
  const logFile = join(folder.home, 'server.log');
  const log = await openLog(logFile);
  try {
    const logStart = (await log.stat()).size;
    // In a session of its own: Ctrl-C is ours to answer, and the server stops after those who use it.
    const server = spawn(binaries.postgres, ['-D', folder.cluster, ...settings], {
      ...folder.user,
      cwd: '/',
      detached: true,
      env: serverEnvironment,
      stdio: ['ignore', log.fd, log.fd],
    });
    const pid = await spawned(server);
    const dismissWatchdog = watchOver(pid, folder.user);
    while (server.exitCode === null && server.signalCode === null) {
      if (await isReady(folder.cluster, pid)) {
        server.unref();
        return { process: server, pid, dismissWatchdog };
      }
      await pause(20);
    }
    dismissWatchdog();
    return (await readFile(logFile)).subarray(logStart).toString();
  } finally {
    await log.close();
  }
}

async function openLog(file: string): ReturnType<typeof open> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size > logKeptBytes) await rename(file, `${file}.old`);
  return open(file, 'a', 0o600);
}

async function spawned(server: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(startFailed(error.message, error)));
    server.once('spawn', () => resolve(server.pid ?? 0));
  });
}

/** Line 8 of postmaster.pid is how the server itself announces its state, to pg_ctl for one. */
async function isReady(cluster: string, pid: number): Promise<boolean> {
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split(
    '\n',
  );
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
}
