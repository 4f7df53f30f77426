import { sealPlainRows } from '#lib/subscribers';
import { migrations } from '#migrations';
import { loadEnvironment, requireAll } from '#platform/config';
import { ensureLoginRole, migrate } from '#platform/database';
import { migrateQueue } from '#platform/queue';
import { sealingOf } from '../../sealing-of.js';
import { assertDatabase } from '../../assert-database.js';
import { run } from '../../run.js';

/** Brings the schemas of the platform and of its queue up to date; run it before a new version starts. */
await run(async () => {
  const environment = loadEnvironment();
  const config = requireAll(environment, ['DATABASE_URL']);
  const owner = environment.MIGRATION_DATABASE_URL ?? config.get('DATABASE_URL');
  await assertDatabase(owner);
  await migrate(owner, migrations);
  await sealPlainRows(
    owner,
    () => sealingOf(requireAll(environment, ['SECRET_KEY'])),
    (table, rows) => {
      process.stdout.write(`${table}: ${rows} sealed\n`);
    },
  );
  await migrateQueue(environment.QUEUE_URL ?? owner);
  if (environment.LOGIN_ROLE_PASSWORD)
    await ensureLoginRole(owner, environment.LOGIN_ROLE_PASSWORD);
});
