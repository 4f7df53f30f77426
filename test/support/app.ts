import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MovableClock } from '#lib/kernel';
import type { Clock } from '#lib/kernel';
import { PlatformModule } from '#platform/app';
import { Config, loadEnvironment } from '#platform/config';
import { createHttpApp } from '#platform/http';
import { Drain, QueueModule } from '#platform/queue';
import type { LibraryJobs } from '#platform/queue';
import { Module } from '@nestjs/common';
import type { DynamicModule, Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createDatabase } from './database.js';

interface TestAppOptions {
  readonly modules: readonly (Type | DynamicModule)[];
  readonly jobs?: readonly LibraryJobs[];
  readonly pages?: readonly string[];
  /** Stands still at 2026-04-01 09:00 in Japan unless given. */
  readonly clock?: Clock;
  /** Environment variables over the defaults. */
  readonly env?: Readonly<Record<string, string>>;
  /** Puts in what stands before the routes. */
  readonly prepare?: (app: NestExpressApplication) => void;
  /** True runs a real queue with relay, workers and sweeps; otherwise `drain` runs what is due. */
  readonly queue?: boolean;
}

/** A running application on a database of its own, listening on a free port. */
export interface TestApp {
  readonly url: string;
  readonly databaseUrl: string;
  /** Folder of the tenants' keys. */
  readonly keysDir: string;
  readonly app: NestExpressApplication;
  readonly drain: Drain;
  get<T>(token: abstract new (...dependencies: never[]) => T): T;
  stop(): Promise<void>;
}

@Module({})
class TestModule {}

export const startApp = async (options: TestAppOptions): Promise<TestApp> => {
  const database = await createDatabase();
  const keysDir = await mkdtemp(join(tmpdir(), 'hikyaku-keys-'));
  const environment = loadEnvironment({
    DATABASE_URL: database.url,
    QUEUE_URL: process.env['TEST_REDIS_URL'] ?? database.url,
    QUEUE_PREFIX: new URL(database.url).pathname.slice(1),
    SMTP_URL: 'smtp://127.0.0.1:9',
    DNS_SERVERS: '127.0.0.1:9',
    SECRET_KEY: '11'.repeat(32),
    KEYS_DIR: keysDir,
    PUBLIC_URL: 'http://localhost',
    LOG_LEVEL: process.env['TEST_LOG'] ?? 'silent',
    DATABASE_POOL: '20',
    ...options.env,
  });
  const app = await createHttpApp({
    module: TestModule,
    imports: [
      PlatformModule.of({
        config: new Config(environment),
        clock: options.clock ?? new MovableClock('2026-04-01T09:00:00+09:00'),
        pages: options.pages ?? [],
      }),
      ...options.modules,
      QueueModule.forJobs(options.jobs ?? [], { run: options.queue ?? false }),
    ],
  });
  const stop = async (): Promise<void> => {
    await app.close();
    await database.drop();
    await rm(keysDir, { recursive: true, force: true });
  };
  try {
    options.prepare?.(app);
    await app.listen(0, '127.0.0.1');
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    app,
    url: await app.getUrl(),
    databaseUrl: database.url,
    keysDir,
    drain: app.get(Drain, { strict: false }),
    get: (token) => app.get(token as never, { strict: false }),
    stop,
  };
};
