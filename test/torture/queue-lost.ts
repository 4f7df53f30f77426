/**
 * Loses the whole queue on PostgreSQL while a campaign leaves: empties its tables, or drops its schema. No process is
 * restarted and nobody does anything; the sweep asks again for what was lost.
 * `npm run torture:queue -- [--how emptied|dropped] --recipients N --rounds R [--quick]`
 */
import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { eventually } from '#test/eventually';
import { startScene } from './scene.js';
import { verdict } from './verdict.js';

const { values } = parseArgs({
  options: {
    how: { type: 'string', default: 'emptied' },
    recipients: { type: 'string', default: '50000' },
    rounds: { type: 'string', default: '5' },
    quick: { type: 'boolean', default: false },
  },
});
const recipients = values.quick ? 6000 : Number(values.recipients);
const rounds = values.quick ? 1 : Number(values.rounds);
const connections = 20;

const scene = await startScene({ recipients, connections });
const sent = async (): Promise<number> => (await scene.sink.figures()).mails;

const empty = async (): Promise<void> => {
  const tables = await scene.stage.sql<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname = 'bullmq' AND tablename NOT LIKE '%migration%'`,
  );
  await scene.stage.sql(`TRUNCATE ${tables.map(({ name }) => name).join(', ')} CASCADE`);
};

/** Again where the workers' transactions and this one were in each other's way. */
const drop = async (): Promise<void> => {
  await eventually(() => scene.stage.sql('DROP SCHEMA bullmq CASCADE'));
};

try {
  await scene.launch();
  let slowestMs = 0;
  for (let round = 0; round < rounds; round++) {
    await scene.untilSent((await sent()) + 1);
    await pause(Math.random() * 200);
    await (values.how === 'dropped' ? drop() : empty());
    const lostAt = performance.now();
    // What is under way comes to its end; more than two turns' worth is a new one.
    await scene.untilSent((await sent()) + 2 * 20 * connections);
    slowestMs = Math.max(slowestMs, performance.now() - lostAt);
  }
  await scene.finished();
  const compared = await scene.compare();
  const { lost, duplicates, equationHolds } = compared;
  const slowestRestartMs = Math.round(slowestMs);
  const passed = lost === 0 && duplicates === 0 && equationHolds && slowestRestartMs <= 30_000;
  verdict({ how: values.how, recipients, rounds, ...compared, slowestRestartMs }, passed);
} finally {
  await scene.stop();
}
