import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InboundServer } from '#lib/inbound';
import { MovableClock, SystemClock } from '#lib/kernel';
import type { Clock } from '#lib/kernel';
import { Mailbox } from '#lib/mailbox';
import { Database } from '#platform/database';
import { Log } from '#platform/log';
import { httpModules, pages } from '../../apps/http-libraries.js';
import { jobs, modules } from '../../apps/libraries.js';
import { serveConsole } from '../../apps/serve-console.js';
import { startApp } from './app.js';
import type { TestApp } from './app.js';

/** All libraries in one process on a database of its own, with the local mailbox as relay and our door for mail. */
export interface Platform extends TestApp {
  readonly mailbox: Mailbox;
  /** Where mail comes in from other mail systems. */
  readonly inboundPort: number;
}

/** A platform in calendar time: nothing happens until the clock is moved. */
export interface CalendarPlatform extends Platform {
  readonly clock: MovableClock;
  /** Lets time pass up to that instant: what is due runs at its own time, sweeps every hour, forty times at most. */
  until(instant: string): Promise<void>;
}

type Environment = Readonly<Record<string, string>>;

const hourMs = 3_600_000;
/** Served where it was built. */
const builtConsole = join(import.meta.dirname, '../../dist/console');

/** @param start where the clock stands: ISO 8601 with its offset */
export const startCalendarPlatform = async (
  start = '2026-04-01T09:00:00+09:00',
  env: Environment = {},
): Promise<CalendarPlatform> => {
  const clock = new MovableClock(start);
  const platform = await startParts(clock, env, false);
  const nextDueMs = (): Promise<number> =>
    platform.get(Database).asSystem(async (tx) => {
      const [row] = await tx.query<{ at: Date | null }>('SELECT min(due_at) AS at FROM outbox');
      return row?.at?.getTime() ?? Infinity;
    });
  const until = async (instant: string): Promise<void> => {
    const end = new Date(instant).getTime();
    const period = Math.max(hourMs, Math.ceil((end - clock.now().getTime()) / 40));
    for (let swept = clock.now().getTime(); clock.now().getTime() < end;) {
      const due = Math.max(clock.now().getTime(), await nextDueMs());
      clock.set(new Date(Math.min(end, swept + period, due)));
      await platform.drain.runDue();
      const now = clock.now().getTime();
      if (now < swept + period && now < end) continue;
      await platform.drain.sweep();
      swept = now;
    }
  };
  return { ...platform, clock, until };
};

/** A platform in real time, with a real queue, relay and sweeps. */
export const startLivePlatform = (env: Environment = {}): Promise<Platform> =>
  startParts(new SystemClock(), env, true);

const startParts = async (clock: Clock, env: Environment, queue: boolean): Promise<Platform> => {
  const directory = await mkdtemp(join(tmpdir(), 'hikyaku-mailbox-'));
  const mailbox = new Mailbox(clock, new Log('silent'));
  await mailbox.start({ directory, port: 0 });
  const stopMailbox = async (): Promise<void> => {
    await mailbox.stop();
    await rm(directory, { recursive: true, force: true });
  };
  try {
    const app = await startApp({
      modules: [...modules, ...httpModules],
      jobs,
      pages,
      clock,
      queue,
      prepare: (server) => {
        serveConsole(server, builtConsole);
      },
      env: { SMTP_URL: `smtp://127.0.0.1:${mailbox.port}`, INBOUND_PORT: '0', ...env },
    });
    const inbound = app.get(InboundServer);
    const port = await inbound.start();
    mailbox.sendReportsTo({ host: '127.0.0.1', port });
    return {
      ...app,
      mailbox,
      inboundPort: port,
      stop: async () => {
        await inbound.stop();
        await app.stop();
        await stopMailbox();
      },
    };
  } catch (error) {
    await stopMailbox();
    throw error;
  }
};
