import { chmod, cp, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { EmbeddedPostgresProblem } from './index.js';
import { packagedBinaries, serverBinaries } from './server-binaries.js';
import { serverUser, type ServerUser } from './server-user.js';

let place: string;
let user: ServerUser | undefined;
let closed: string[] = [];

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'hikyaku-binaries-'));
  await chmod(place, 0o711);
  user = await serverUser(join(place, 'none'));
});

afterEach(async () => {
  for (const dir of closed.splice(0)) await chmod(dir, 0o700);
  await rm(place, { recursive: true, force: true });
});

test('an installed package is used where it is', async () => {
  const found = await serverBinaries(packagedBinaries(), join(place, 'copies'), user);
  expect(found).toEqual({
    postgres: join(packagedBinaries(), 'native/bin/postgres'),
    initdb: join(packagedBinaries(), 'native/bin/initdb'),
    major: '18',
  });
});

test('one whose install script never ran is completed', async () => {
  const bare = await unpackedPackage(join(place, 'open/package'));
  const found = await serverBinaries(bare, join(place, 'copies'), user);
  expect(dirname(dirname(dirname(found.postgres)))).toBe(bare);
  expect(await readdir(place)).toEqual(['open']);
});

test('one that the server cannot reach or that cannot be completed is copied, once', async () => {
  const bare = await unpackedPackage(join(place, 'closed/package'));
  closed = [join(place, 'closed'), join(bare, 'native/lib'), join(bare, 'native/bin')];
  for (const dir of closed) await chmod(dir, user ? 0o700 : 0o500);
  const copies = join(place, 'copies');
  const first = await serverBinaries(bare, copies, user);
  const again = await serverBinaries(bare, copies, user);
  const { version } = JSON.parse(await readFile(join(bare, 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = `postgresql-${version}-${process.platform}-${process.arch}`;
  expect(await readdir(copies)).toEqual([copy]);
  expect([first, again]).toEqual(
    [first, first].map(() => ({
      postgres: join(copies, copy, 'native/bin/postgres'),
      initdb: join(copies, copy, 'native/bin/initdb'),
      major: '18',
    })),
  );
});

test('one whose programs do not run is told', async () => {
  const broken = await unpackedPackage(join(place, 'open/package'));
  await rm(join(broken, 'native/lib'), { recursive: true });
  const error: unknown = await serverBinaries(broken, join(place, 'copies'), user).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(EmbeddedPostgresProblem);
  expect(error).toMatchObject({ code: 'binaries-unusable' });
});

/** The package as its archive has it: without the links that its install script makes. */
async function unpackedPackage(to: string): Promise<string> {
  await cp(packagedBinaries(), to, {
    recursive: true,
    filter: (source) => !/\.(a|pl)$/.test(source),
  });
  const links = JSON.parse(await readFile(join(to, 'native/pg-symlinks.json'), 'utf8')) as {
    target: string;
  }[];
  for (const { target } of links) await rm(join(to, target), { force: true });
  await chmod(join(to, 'native/bin/postgres'), 0o644);
  return to;
}
