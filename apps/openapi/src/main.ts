import { writeFile } from 'node:fs/promises';
import { SystemClock } from '#lib/kernel';
import { Config, loadEnvironment } from '#platform/config';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ApiModule } from '../../api/src/api.module.js';
import { apiDocument } from '../../open-api.js';

/** `npm run openapi [-- file]`: writes the API document. A preview of the application is enough; nothing is started. */
const module = ApiModule.of(new Config(loadEnvironment({})), new SystemClock());
const app = await NestFactory.create<NestExpressApplication>(module, {
  preview: true,
  logger: false,
  abortOnError: false,
});
const [, , file = 'openapi.json'] = process.argv;
await writeFile(file, `${JSON.stringify(apiDocument(app), null, 2)}\n`);
