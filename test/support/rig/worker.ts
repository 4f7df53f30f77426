import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { eventually } from '../eventually.js';

const main = join(import.meta.dirname, '../../../dist/apps/worker/src/main.js');

/** A worker process as it runs in production, from the built program. */
export interface WorkerProcess {
  readonly pid: number;
  /** Ends as soon as the process does, however it does. */
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** What it has written so far. */
  output(): string;
  kill(signal: NodeJS.Signals): void;
}

interface WorkerWish {
  readonly env: Readonly<Record<string, string>>;
  /** For a profile: `--cpu-prof`, `--cpu-prof-dir=…` */
  readonly nodeArgs?: readonly string[];
}

/** Lets the heap be swept before it has grown for comfort; docs/operations.md says the same to operators. */
const heap = '--max-old-space-size=192';

/** Gives the process as soon as it exists; `readyWorker` waits until it works. */
export const spawnWorker = ({ env, nodeArgs = [] }: WorkerWish): WorkerProcess => {
  const child: ChildProcess = spawn(process.execPath, [heap, ...nodeArgs, main], {
    env: { PATH: process.env['PATH'], TZ: process.env['TZ'], LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (text: Buffer) => {
      written.push(text.toString());
      if (written.length > 1000) written.shift();
    });
  return {
    pid: child.pid ?? 0,
    ended: once(child, 'exit').then(([code, signal]) => ({
      code: code as number | null,
      signal: signal as NodeJS.Signals | null,
    })),
    output: () => written.join(''),
    kill: (signal) => {
      child.kill(signal);
    },
  };
};

/** @param listeners asks the database how many processes wait for the outbox */
export const untilReady = (listeners: () => Promise<number>, count: number): Promise<void> =>
  eventually(async () => {
    if ((await listeners()) < count) throw new Error('the workers do not listen yet');
  }, 60_000);
