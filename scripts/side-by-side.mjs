/**
 * Runs scripts of package.json side by side, as many at once as there are processors:
 * `node scripts/side-by-side.mjs check:lint 'torture:crash -- --quick'`. What each of them says is shown when it is
 * over, so that lines do not mix; one that fails does not keep the others from their turn.
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const waiting = process.argv.slice(2);
const failed = [];
const running = new Set();
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    waiting.length = 0;
    for (const child of running) child.kill(signal);
  });

await Promise.all(Array.from({ length: availableParallelism() }, work));
if (failed.length > 0) console.log(`failed: ${failed.join('; ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;

async function work() {
  for (let line = waiting.shift(); line !== undefined; line = waiting.shift()) {
    const start = performance.now();
    const { code, said } = await run(line.split(/ +/));
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    console.log(`-- ${line} (${seconds}s)${code === 0 ? '' : ' failed'}\n${said.trim()}`);
    if (code !== 0) failed.push(line);
  }
}

function run([script, ...args]) {
  const child = spawn('npm', ['run', '--silent', script, ...args], { cwd: root });
  running.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (said += text));
  return new Promise((resolve) => {
    child.once('close', (code) => {
      running.delete(child);
      resolve({ code, said });
    });
  });
}
