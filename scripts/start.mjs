/**
 * `npm start`: from a fresh clone to the running platform. Installs what is missing, builds what is stale, and
 * then becomes the standalone program: one process, so that Ctrl-C and `kill` reach it once and its exit code is
 * ours. Arguments are passed on. Uses nothing but Node itself, since nothing else may be there yet.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(
    `Node.js 20.19 以上が必要です(いまは ${process.versions.node})。`,
    `Node.js 20.19 or newer is needed (this is ${process.versions.node}).`,
  );
}
if (!isInstalled()) install();
build();
process.setSourceMapsEnabled(true);
await import('../dist/apps/standalone/src/main.js');

/** Does node_modules hold what package-lock.json asks for? What is optional depends on the platform. */
function isInstalled() {
  const present = lockedPackages('node_modules/.package-lock.json');
  const wanted = lockedPackages('package-lock.json') ?? {};
  if (!present) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional }]) =>
      path === '' || optional || devOptional || present[path]?.version === version,
  );
}

function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** Keeps to package-lock.json. Not `npm ci`: that refuses a lock file that lacks the packages of other platforms. */
function install() {
  console.log('必要なパッケージを入れています… / Installing packages …');
  const args = [
    'install',
    '--no-save',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const npm = process.env.npm_execpath;
  const options = { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] };
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (status !== 0) {
    fail(
      'パッケージを入れられませんでした。ネットワークの接続を確認してください。',
      'The packages could not be installed: check the network connection.',
    );
  }
}

function build() {
  const script = join(root, 'scripts/build.mjs');
  const { status } = spawnSync(process.execPath, [script, '--if-stale'], { stdio: 'inherit' });
  if (status !== 0) {
    fail('ビルドできませんでした(上の表示を参照)。', 'The build failed; see above.');
  }
}

function fail(ja, en) {
  console.error(`${ja}\n${en}`);
  process.exit(1);
}
