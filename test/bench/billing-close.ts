/**
 * Closes a month as an operator does, with the built program, and says how long it took.
 * `npm run billing:close -- --month 2026-07 [--generate 1000x5000000]`
 *
 * Where DATABASE_URL is set, the installation there is closed. Otherwise a base of its own is used, kept under data/
 * between runs and made by `--generate <tenants>x<ledger rows>`; it is made anew only when that says another size.
 */
import 'reflect-metadata';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { migrations } from '#migrations';
import { YearMonth, startOfJstDay } from '#lib/kernel';
import { migrate } from '#platform/database';
import { startEmbeddedPostgres } from '#platform/embedded';
import { billingEnvironment, makeBillingBase } from '#test/rig/billing-base';
import { ensureDatabase } from '../../apps/standalone/src/ensure-database.js';

const { values } = parseArgs({
  options: { month: { type: 'string', default: '2026-07' }, generate: { type: 'string' } },
});
const month = YearMonth.from(values.month);
const program = join(import.meta.dirname, '../../dist/apps/close/src/main.js');

/** Runs the program and hands on what it says and how it ends. */
const close = async (env: NodeJS.ProcessEnv, more: readonly string[] = []): Promise<void> => {
  const child = spawn(process.execPath, [program, '--month', values.month, ...more], {
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  process.exitCode = code ?? 1;
};

const ownBase = async (): Promise<void> => {
  const home = join(import.meta.dirname, '../../data/billing-close');
  mkdirSync(home, { recursive: true });
  const server = await startEmbeddedPostgres({
    dataDir: join(home, 'postgres'),
    settings: { max_wal_size: '4GB', shared_buffers: '256MB' },
  });
  try {
    const note = join(home, 'base.txt');
    const made = existsSync(note) ? readFileSync(note, 'utf8') : '';
    const wanted = values.generate ? `${values.month} ${values.generate}` : made;
    if (!wanted)
      throw new Error('Nothing to close: say --generate 1000x5000000, or set DATABASE_URL');
    const name = `close_${wanted.replaceAll(/\W/g, '_')}`;
    const url = await ensureDatabase(server.url, name);
    if (wanted !== made) {
      rmSync(note, { force: true });
      const [tenants = 0, ledgerRows = 0] = (values.generate ?? '').split('x').map(Number);
      console.log(`making ${tenants} tenants and ${ledgerRows} ledger rows …`);
      await migrate(url, migrations);
      await makeBillingBase(url, month, { tenants, ledgerRows });
      writeFileSync(note, wanted);
    }
    const issueDay = month.add({ months: 1 }).toPlainDate({ day: 11 });
    await close(billingEnvironment(url), ['--at', startOfJstDay(issueDay).toISOString()]);
  } finally {
    await server.stop();
  }
};

await (process.env['DATABASE_URL'] ? close({}) : ownBase());
