import pg from 'pg';
import { DataSource } from 'typeorm';
import type { MigrationInterface } from 'typeorm';

const lockKey = 4_702_117;

/**
 * Brings the schema up to date, as the owner of the database. Several processes may call it at once: one works,
 * the others wait.
 */
export const migrate = async (
  url: string,
  migrations: readonly (new () => MigrationInterface)[],
): Promise<void> => {
  const lock = new pg.Client({ connectionString: url });
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [lockKey]);
    const source = new DataSource({
      type: 'postgres',
      url,
      migrations: [...migrations],
      migrationsTransactionMode: 'each',
    });
    await source.initialize();
    try {
      await source.runMigrations();
    } finally {
      await source.destroy();
    }
  } finally {
    await lock.end();
  }
};
