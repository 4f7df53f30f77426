import { loadEnvironment, requireAll } from '#platform/config';
import type { Config } from '#platform/config';

/** Settings of a process of a grown installation, where nothing is filled in but the queue's place. */
export const processConfig = (): Config => {
  const environment = loadEnvironment();
  const queueUrl = environment.QUEUE_URL ?? environment.DATABASE_URL;
  return requireAll({ ...environment, QUEUE_URL: queueUrl }, [
    'DATABASE_URL',
    'QUEUE_URL',
    'SMTP_URL',
    'SECRET_KEY',
    'PUBLIC_URL',
  ]);
};
