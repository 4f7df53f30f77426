/**
 * Runs the tests: `npm test`, or `node scripts/test.mjs <jest arguments>`. One throw-away PostgreSQL serves the
 * whole run (TEST_DATABASE_URL); where that is set already, that server is used and none is started. Tests of the
 * Redis back end run when TEST_REDIS_URL is set. The end-to-end tests start the built programs, so a run that
 * may hold them builds first.
 */
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import './typescript.mjs';

const root = join(import.meta.dirname, '..');
const args = process.argv.slice(2);
let child;
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    interrupted = true;
    child?.kill(signal);
  });
}

const wholeRun = args.every((arg) => arg.startsWith('-'));
if (wholeRun || args.some((arg) => arg.includes('e2e'))) {
  const built = await run([join(root, 'scripts/build.mjs'), '--if-stale']);
  if (built !== 0) process.exit(built);
}
const cluster = process.env.TEST_DATABASE_URL ? undefined : await startCluster();
try {
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  process.exitCode = await run(
    ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest, ...args],
    {
      TEST_DATABASE_URL: cluster?.url ?? process.env.TEST_DATABASE_URL,
    },
  );
} finally {
  await cluster?.stop();
}

async function run(nodeArgs, env = {}) {
  if (interrupted) return 1;
  child = spawn(process.execPath, nodeArgs, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

async function startCluster() {
  const { startEmbeddedPostgres } = await import('../libs/platform/embedded/index.ts');
  sweepKilledRuns();
  const dataDir = mkdtempSync(join(tmpdir(), `hikyaku-test-${process.pid}-`));
  // The server may run as another user (when we are root), who must be able to pass through.
  chmodSync(dataDir, 0o711);
  return startEmbeddedPostgres({ dataDir, ephemeral: true });
}

/** A run that was killed could not remove its cluster. */
function sweepKilledRuns() {
  for (const name of readdirSync(tmpdir())) {
    const pid = /^hikyaku-test-(\d+)-/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    }
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
