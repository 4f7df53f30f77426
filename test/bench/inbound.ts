/**
 * How many bounce messages a second are received, each on the disk before its 250, and how many are sorted.
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
try {
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
  const result = { messages, receivedPerSecond: rate(receivedMs), sortedPerSecond: rate(sortedMs) };
  console.log(
    values.json
      ? JSON.stringify(result)
      : `${result.receivedPerSecond} received, ${result.sortedPerSecond} sorted a second`,
  );
} finally {
  await scene.stop();
}
