import { access, chmod, cp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { makeReachable } from './reachable.js';

const programs = ['postgres', 'initdb'];

/** Copies the package of programs, some 60 MB, below `copies` unless this version is there; returns the copy. */
export async function copyPackage(packageDir: string, copies: string): Promise<string> {
  const { name, version } = JSON.parse(
    await readFile(join(packageDir, 'package.json'), 'utf8'),
  ) as { name: string; version: string };
  const copy = join(copies, `postgresql-${version}-${basename(name)}`);
  if (
    await access(copy).then(
      () => true,
      () => false,
    )
  )
    return copy;
  const part = `${copy}.${process.pid}`;
  await makeReachable(copies);
  await cp(packageDir, part, { recursive: true, verbatimSymlinks: true });
  await openToAll(part);
  await hydratePackage(part);
  // Whoever renames first wins; a loser's copy is the same and may go.
  await rename(part, copy).catch(() => rm(part, { recursive: true }));
  return copy;
}

/** Makes the links of shared libraries and the executable bits that an unpacked archive may lack. */
export async function hydratePackage(packageDir: string): Promise<void> {
  const list = await readFile(join(packageDir, 'native/pg-symlinks.json'), 'utf8').catch(
    () => '[]',
  );
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    await symlink(basename(source), join(packageDir, target)).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    });
  }
  for (const program of programs) await chmod(join(packageDir, 'native/bin', program), 0o755);
}

/** The modes of an installed package follow the umask of whoever installed it. */
async function openToAll(dir: string): Promise<void> {
  await chmod(dir, 0o755);
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    await chmod(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644);
  }
}
