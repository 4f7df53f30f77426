import { SystemClock } from '#lib/kernel';
import { Config } from '#platform/config';
import { createHttpApp } from '#platform/http';
import { Log } from '#platform/log';
import { serveApiDocument } from '../../open-api.js';
import { processConfig } from '../../process-config.js';
import { run } from '../../run.js';
import { serveConsole } from '../../serve-console.js';
import { ApiModule } from './api.module.js';

await run(async () => {
  const app = await createHttpApp(ApiModule.of(processConfig(), new SystemClock()));
  app.enableShutdownHooks();
  serveApiDocument(app);
  serveConsole(app);
  const config = app.get(Config);
  await app.listen(config.get('PORT'), config.get('HOST'));
  app.get(Log).event('api.listening', { port: config.get('PORT') });
});
