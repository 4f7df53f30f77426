import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Writes a new RSA-2048 key, with which the platform signs every mail, and gives the file. */
export const newDkimKeyFile = (): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'hikyaku-dkim-')), 'key.pem');
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  return file;
};
