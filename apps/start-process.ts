import { Log, NestLogger } from '#platform/log';
import { NestFactory } from '@nestjs/core';
import type { DynamicModule, INestApplicationContext } from '@nestjs/common';

/** Starts a process without HTTP, which ends cleanly on SIGTERM and SIGINT. */
export const startProcess = async (module: DynamicModule): Promise<INestApplicationContext> => {
  const app = await NestFactory.createApplicationContext(module, {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(new NestLogger(app.get(Log)));
  app.enableShutdownHooks();
  return app;
};
