import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { eventually } from '../eventually.js';

const main = join(import.meta.dirname, '../../../dist/apps/inbound/src/main.js');

/** The process that receives mail, as it runs in production, from the built program. */
export interface InboundProcess {
  readonly pid: number;
  /** Resolves when the process is gone. */
  kill(): Promise<void>;
}

/** Gives the process when it greets on that port. */
export const spawnInbound = async (
  port: number,
  env: Readonly<Record<string, string>>,
): Promise<InboundProcess> => {
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: process.env['PATH'],
      LOG_LEVEL: 'warn',
      ...env,
      INBOUND_PORT: String(port),
      INBOUND_TRUSTED: '127.0.0.1',
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = once(child, 'exit');
  await eventually(() => greeting(port), 60_000);
  return {
    pid: child.pid ?? 0,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
};

const greeting = (port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', reject);
    socket.once('data', () => {
      socket.destroy();
      resolve();
    });
  });
