/**
 * Builds all that runs on Node into dist/: compiles (incrementally), copies the files that the code reads at run
 * time, and removes what has lost its source; and the console, a browser program with a builder of its own. Stamps
 * of all that went in let `--if-stale` end at once when nothing has changed since.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const stampFile = join(dist, '.build-stamp');
const consoleStampFile = join(dist, '.console-stamp');
const settings = ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];

const folders = ['libs', 'migrations', 'apps'];

const all = folders.flatMap(filesBelow).filter((file) => !file.endsWith('spec.ts'));
const sources = all.filter((file) => !file.startsWith('apps/console/'));
const consoleSources = all.filter(
  (file) => file.startsWith('apps/console/') && !file.endsWith('.gen.d.ts'),
);
const stamp = stampOf([...settings, ...sources]);
const consoleStamp = stampOf([...settings, 'scripts/console.mjs', ...consoleSources]);

const always = !process.argv.includes('--if-stale');
if (always || !isStamped(stampFile, stamp)) build();
if (always || !isStamped(consoleStampFile, consoleStamp)) buildConsole();

function isStamped(file, expected) {
  return existsSync(file) && readFileSync(file, 'utf8') === expected;
}

function buildConsole() {
  console.log('管理画面をビルドしています… / Building the console …');
  const args = [join(root, 'scripts/console.mjs'), 'build'];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(consoleStampFile, consoleStamp);
}

function build() {
  console.log('ビルドしています… / Building …');
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const colours = process.stdout.isTTY ? ['--pretty'] : [];
  const project = join(root, 'tsconfig.build.json');
  const { status } = spawnSync(process.execPath, [tsc, '-p', project, ...colours], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
  for (const file of sources.filter(isReadAtRunTime)) cpSync(join(root, file), join(dist, file));
  removeOrphans();
  writeFileSync(stampFile, stamp);
}

function isReadAtRunTime(file) {
  return file.endsWith('.liquid') || file.includes('/assets/');
}

function removeOrphans() {
  const known = new Set(
    sources.map((file) => (isReadAtRunTime(file) ? file : file.replace(/ts$/, 'js'))),
  );
  for (const folder of folders) {
    for (const file of filesBelow(join('dist', folder))) {
      const made = file.replace(/^dist\//, '').replace(/\.map$/, '');
      if (!known.has(made)) rmSync(join(root, file));
    }
  }
}

/** All paths from the root of the project. */
function filesBelow(folder) {
  const from = join(root, folder);
  if (!existsSync(from)) return [];
  return readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

function stampOf(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    const { mtimeMs, size } = statSync(join(root, file));
    hash.update(`${file} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
}
