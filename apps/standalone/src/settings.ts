import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { MailboxOptions } from '#lib/mailbox';
import { Config, loadEnvironment } from '#platform/config';
import type { Environment } from '#platform/config';
import { discardEmbeddedPostgres, startEmbeddedPostgres } from '#platform/embedded';
import type { EmbeddedPostgres } from '#platform/embedded';
import { ensureDatabase } from './ensure-database.js';
import { wasInterrupted } from './demo/seeding-marker.js';
import { assertPortsFree, freePort } from './free-ports.js';
import { localSecret } from './local-secret.js';

/** The settings of this run, and what was started to fill them in. */
export interface LocalSettings {
  readonly config: Config;
  readonly dataDir: string;
  readonly server: EmbeddedPostgres | undefined;
  /** True when no relay was given, so that mail goes to the local mailbox. */
  readonly usesMailbox: boolean;
}

/**
 * Fills in what the environment leaves open: an embedded PostgreSQL, a secret of this installation, the local
 * mailbox as relay, free ports for 0.
 * @param fresh forgets the embedded database, the mailbox, the secret and the tenants' keys first
 */
export const localSettings = async (fresh: boolean): Promise<LocalSettings> => {
  const environment = await withPorts(loadEnvironment(undefined, { LOG_LEVEL: 'warn' }));
  const dataDir = resolve(environment.DATA_DIR);
  if (fresh || (!environment.DATABASE_URL && (await wasInterrupted(dataDir))))
    await forget(dataDir);
  const server = environment.DATABASE_URL ? undefined : await startEmbeddedPostgres({ dataDir });
  const databaseUrl =
    environment.DATABASE_URL ?? (await ensureDatabase(server?.url ?? '', 'hikyaku'));
  const config = new Config({
    ...environment,
    DATABASE_URL: databaseUrl,
    QUEUE_URL: environment.QUEUE_URL ?? databaseUrl,
    SMTP_URL: environment.SMTP_URL ?? `smtp://127.0.0.1:${environment.MAILBOX_PORT}`,
    KEYS_DIR: environment.KEYS_DIR || join(dataDir, 'keys'),
    SECRET_KEY: environment.SECRET_KEY ?? (await localSecret(dataDir)),
    PUBLIC_URL: environment.PUBLIC_URL ?? `http://localhost:${environment.PORT}`,
  });
  return { config, dataDir, server, usesMailbox: !environment.SMTP_URL };
};

const withPorts = async (environment: Environment): Promise<Environment> => {
  const { HOST, INBOUND_HOST } = environment;
  await assertPortsFree([
    { variable: 'PORT', port: environment.PORT, host: HOST },
    { variable: 'INBOUND_PORT', port: environment.INBOUND_PORT, host: INBOUND_HOST },
    {
      variable: 'MAILBOX_PORT',
      port: environment.SMTP_URL ? 0 : environment.MAILBOX_PORT,
      host: '127.0.0.1',
    },
  ]);
  return {
    ...environment,
    PORT: environment.PORT || (await freePort()),
    INBOUND_PORT: environment.INBOUND_PORT || (await freePort()),
    MAILBOX_PORT: environment.MAILBOX_PORT || (await freePort()),
  };
};

const forget = async (dataDir: string): Promise<void> => {
  await discardEmbeddedPostgres(dataDir);
  await rm(join(dataDir, 'mailbox'), { recursive: true, force: true });
  await rm(join(dataDir, 'secret.key'), { force: true });
  await rm(join(dataDir, 'keys'), { recursive: true, force: true });
  await rm(join(dataDir, 'demo.unfinished'), { force: true });
};

/** Where the local mailbox keeps and takes mail, and where the bounces it makes go. */
export const mailboxOptions = (config: Config, dataDir: string): MailboxOptions => ({
  directory: join(dataDir, 'mailbox'),
  port: config.get('MAILBOX_PORT'),
  returnTo: { host: '127.0.0.1', port: config.get('INBOUND_PORT') },
});
