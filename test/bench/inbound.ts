/**
 * How many bounce messages a second are received, each on the disk before its 250, and how many are sorted; and what
 * one costs each process, which says more where the machine has other work to do. Linux only.
 * `npm run bench:inbound -- [--messages N] [--json]`
 */
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { aBounce, startInboundScene } from '#test/rig/inbound-scene';

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '10000' },
    json: { type: 'boolean', default: false },
  },
});
const messages = Number(values.messages);
const senders = 40;

const scene = await startInboundScene(messages);
const transactions = async (): Promise<number> => {
  const [row] = await scene.stage.sql<{ count: string }>(
    'SELECT xact_commit AS count FROM pg_stat_database WHERE datname = current_database()',
  );
  return Number(row?.count);
};
try {
  const before = { cpu: scene.cpu(), transactions: await transactions() };
  const began = performance.now();
  let next = 0;
  const sender = async (): Promise<void> => {
    for (let n = next++; n < messages; n = next++)
      await scene.send(scene.returnPaths[n] ?? '', aBounce(n));
  };
  await Promise.all(Array.from({ length: senders }, sender));
  const receivedMs = performance.now() - began;
  await scene.sorted();
  const sortedMs = performance.now() - began;
  const rate = (ms: number): number => Math.round((messages / ms) * 1000);
  const after = { cpu: scene.cpu(), transactions: await transactions() };
  const spent = (name: keyof typeof after.cpu): number =>
    Math.round((after.cpu[name] - before.cpu[name]) / messages);
  const result = {
    messages,
    receivedPerSecond: rate(receivedMs),
    sortedPerSecond: rate(sortedMs),
    cpuMicrosPerMessage: {
      inbound: spent('inbound'),
      worker: spent('worker'),
      database: spent('database'),
    },
    transactionsPerMessage: (after.transactions - before.transactions) / messages,
  };
  console.log(
    values.json
      ? JSON.stringify(result)
      : `${result.receivedPerSecond} received, ${result.sortedPerSecond} sorted a second`,
  );
} finally {
  await scene.stop();
}
