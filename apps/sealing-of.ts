import type { Config } from '#platform/config';
import { Secrets } from '#platform/secrets';
import { KeyFolder, TenantKeys, keysFolder } from '#platform/tenant-keys';

/** The keys that seal rows, for a program that has no container. */
export const sealingOf = (config: Config): { keys: TenantKeys; secrets: Secrets } => {
  const secrets = new Secrets(config.get('SECRET_KEY'));
  return { keys: new TenantKeys(new KeyFolder(keysFolder(config), secrets)), secrets };
};
