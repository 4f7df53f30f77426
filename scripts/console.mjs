/**
 * The console's client and bundle. `node scripts/console.mjs client` writes the types of the API from its own
 * document, for the type check; `node scripts/console.mjs build` makes dist/console, compressed copies included.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const root = join(import.meta.dirname, '..');
const console_ = join(root, 'apps/console');
const [what] = process.argv.slice(2);

if (what === 'client') writeClient();
else if (what === 'build') bundle();
else throw new Error('node scripts/console.mjs client|build');

function writeClient() {
  const folder = mkdtempSync(join(tmpdir(), 'hikyaku-openapi-'));
  const document = join(folder, 'openapi.json');
  run([
    '-C',
    'source',
    '--import',
    './scripts/typescript.mjs',
    'apps/openapi/src/main.ts',
    document,
  ]);
  run([
    'node_modules/openapi-typescript/bin/cli.js',
    document,
    '--output',
    join(console_, 'src/api/schema.gen.d.ts'),
  ]);
  rmSync(folder, { recursive: true });
}

function bundle() {
  run(['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn', console_]);
  const assets = join(root, 'dist/console/assets');
  for (const name of readdirSync(assets).filter((file) => /\.(js|css)$/.test(file))) {
    const text = readFileSync(join(assets, name));
    const params = { [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
    writeFileSync(join(assets, `${name}.br`), brotliCompressSync(text, { params }));
  }
  weighShell();
}

/** What everybody fetches before the first page: no more than this, in bytes of gzip. */
function weighShell() {
  const most = 250_000;
  const folder = join(root, 'dist/console');
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const names = new Set([...html.matchAll(/assets\/[^"]+\.(?:js|css)/g)].map(([name]) => name));
  const bytes = ['index.html', ...names]
    .map((name) => gzipSync(readFileSync(join(folder, name)), { level: 9 }).length)
    .reduce((sum, length) => sum + length);
  console.log(`The shell of the console is ${bytes} bytes (gzip) of ${most}.`);
  if (bytes > most) throw new Error(`The shell of the console is too heavy: ${bytes} bytes`);
}

function run(args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
