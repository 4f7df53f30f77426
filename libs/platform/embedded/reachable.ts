import { chmod, mkdir, realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ServerUser } from './server-user.js';

/** Can this user enter the folder, or, while it does not exist, the nearest one above it that does? */
export async function canReach(folder: string, user: ServerUser): Promise<boolean> {
  const real = await realpath(folder).catch(() => undefined);
  if (real === undefined) return canReach(dirname(folder), user);
  if (!(await stat(real)).isDirectory()) return true; // closed to nobody, but no folder: making it will say so
  for (let place = real; ; place = dirname(place)) {
    const { uid, gid, mode } = await stat(place);
    const enter = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & enter) === 0) return false;
    if (place === dirname(place)) return true;
  }
}

/** Makes the folder and what is missing above it, whatever our umask, so that others may pass but not list it. */
export async function makeReachable(folder: string): Promise<void> {
  const topmost = await mkdir(folder, { recursive: true });
  if (topmost === undefined) return;
  for (let place = folder; place.length >= topmost.length; place = dirname(place)) {
    await chmod(place, 0o711);
  }
}
