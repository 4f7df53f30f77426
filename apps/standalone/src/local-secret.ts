import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PlainProblem } from '../../plain-problem.js';

/**
 * The secret of this installation: made at the first start, kept beside the data, readable by its owner only.
 * @throws PlainProblem when the file is there but cannot be used: another secret would make the data unreadable
 */
export const localSecret = async (dataDir: string): Promise<Buffer<ArrayBuffer>> => {
  const file = join(dataDir, 'secret.key');
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw unusable(file);
  });
  if (text === undefined) return makeSecret(dataDir, file);
  const secret = Buffer.from(text.trim(), 'hex');
  if (secret.length < 32) throw unusable(file);
  return secret;
};

const makeSecret = async (dataDir: string, file: string): Promise<Buffer<ArrayBuffer>> => {
  const secret = randomBytes(32);
  await mkdir(dataDir, { recursive: true });
  await writeFile(file, `${secret.toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  return secret;
};

const unusable = (file: string): PlainProblem =>
  new PlainProblem(
    `秘密鍵のファイル ${file} が壊れています。控えから戻すか、npm start -- --fresh で最初からやり直してください。`,
    `The secret in ${file} is damaged: restore it from a backup, or begin anew with npm start -- --fresh.`,
  );
