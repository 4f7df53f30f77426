import { SystemClock } from '#lib/kernel';
import { Mailbox } from '#lib/mailbox';
import { HomeLinks } from '#lib/operations/http';
import { sealPlainRows } from '#lib/subscribers';
import { migrations } from '#migrations';
import { migrate } from '#platform/database';
import { EmbeddedPostgresProblem } from '#platform/embedded';
import { createHttpApp } from '#platform/http';
import { migrateQueue } from '#platform/queue';
import { assertDatabase } from '../../assert-database.js';
import { assertQueue } from '../../assert-queue.js';
import { serveApiDocument } from '../../open-api.js';
import { run } from '../../run.js';
import { sealingOf } from '../../sealing-of.js';
import { serveConsole } from '../../serve-console.js';
import { banner } from './banner.js';
import { seedDemo } from './demo/seed-demo.js';
import { guide } from './guide.js';
import { localSettings, mailboxOptions } from './settings.js';
import type { LocalSettings } from './settings.js';
import { StandaloneModule } from './standalone.module.js';
import { untilSignal } from './until-signal.js';

await run(async () => {
  const signal = untilSignal();
  const settings = await localSettings(process.argv.includes('--fresh'));
  try {
    const stop = await Promise.race([start(settings), signal]);
    // Broken off while starting: nothing is worth waiting for, and the server ends with us.
    if (!stop) process.exit();
    await signal;
    await stop();
  } finally {
    await settings.server?.stop();
  }
}, [EmbeddedPostgresProblem]);

/** Everything up and listening. Gives what stops it again. */
async function start({
  config,
  dataDir,
  usesMailbox,
}: LocalSettings): Promise<() => Promise<void>> {
  await assertDatabase(config.get('DATABASE_URL'));
  await migrate(config.get('DATABASE_URL'), migrations);
  await sealPlainRows(config.get('DATABASE_URL'), () => sealingOf(config));
  await assertQueue(config.get('QUEUE_URL'));
  await migrateQueue(config.get('QUEUE_URL'));
  if (config.get('DEMO') && usesMailbox) await seedDemo(config, dataDir);
  const app = await createHttpApp(
    StandaloneModule.of({ config, clock: new SystemClock(), run: true }),
  );
  serveApiDocument(app);
  serveConsole(app);
  const mailbox = app.get(Mailbox);
  if (usesMailbox) await mailbox.start(mailboxOptions(config, dataDir));
  await app.listen(config.get('PORT'), config.get('HOST'));
  const links = await guide(app, usesMailbox);
  app.get(HomeLinks, { strict: false }).add(...links);
  process.stdout.write(banner(config, links));
  return async () => {
    await app.close();
    if (usesMailbox) await mailbox.stop();
  };
}
