import { SystemClock } from '#lib/kernel';
import { Mailbox } from '#lib/mailbox';
import { migrations } from '#migrations';
import { migrate } from '#platform/database';
import { EmbeddedPostgresProblem } from '#platform/embedded';
import { createHttpApp } from '#platform/http';
import { migrateQueue } from '#platform/queue';
import { serveApiDocument } from '../../open-api.js';
import { run } from '../../run.js';
import { banner } from './banner.js';
import { seedDemo } from './demo/seed-demo.js';
import { PlainProblem } from './plain-problem.js';
import { localSettings, mailboxOptions } from './settings.js';
import type { LocalSettings } from './settings.js';
import { StandaloneModule } from './standalone.module.js';

await run(async () => {
  const settings = await localSettings(process.argv.includes('--fresh'));
  try {
    await endWithSignal(await start(settings));
  } finally {
    await settings.server?.stop();
  }
}, [PlainProblem, EmbeddedPostgresProblem]);

/** Everything up and listening. Gives what stops it again. */
async function start({
  config,
  dataDir,
  usesMailbox,
}: LocalSettings): Promise<() => Promise<void>> {
  await migrate(config.get('DATABASE_URL'), migrations);
  await migrateQueue(config.get('QUEUE_URL'));
  if (config.get('DEMO') && usesMailbox) await seedDemo(config, dataDir);
  const app = await createHttpApp(
    StandaloneModule.of({ config, clock: new SystemClock(), run: true }),
  );
  serveApiDocument(app);
  const mailbox = app.get(Mailbox);
  if (usesMailbox) await mailbox.start(mailboxOptions(config, dataDir));
  await app.listen(config.get('PORT'), config.get('HOST'));
  process.stdout.write(await banner(app, config, usesMailbox));
  return async () => {
    await app.close();
    if (usesMailbox) await mailbox.stop();
  };
}

/** Waits for Ctrl-C or SIGTERM, then stops; further signals change nothing. */
async function endWithSignal(stop: () => Promise<void>): Promise<void> {
  await Promise.race(
    ['SIGINT', 'SIGTERM'].map(
      (signal) =>
        new Promise<void>((resolve) =>
          process.on(signal, () => {
            resolve();
          }),
        ),
    ),
  );
  process.stdout.write('\n終了しています… / Stopping …\n');
  await stop();
}
