/**
 * Kills Redis again and again while a campaign leaves, and empties it once (T4).
 * `npm run torture:redis -- --recipients N --kills K [--quick]`
 */
import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Redis } from 'ioredis';
import { startScene } from './scene.js';
import { verdict } from './verdict.js';

const { values } = parseArgs({
  options: {
    recipients: { type: 'string', default: '100000' },
    kills: { type: 'string', default: '10' },
    quick: { type: 'boolean', default: false },
  },
});
const recipients = values.quick ? 10_000 : Number(values.recipients);
const kills = values.quick ? 1 : Number(values.kills);

const scene = await startScene({ recipients, connections: 20, queue: 'redis' });
const sent = async (): Promise<number> => (await scene.sink.figures()).mails;

/** Milliseconds until another mail leaves. */
const untilSendingAgain = async (): Promise<number> => {
  const began = performance.now();
  // What is under way may still come to its end; more than that is a new turn.
  await scene.untilSent((await sent()) + 20 * 2 * 20);
  return performance.now() - began;
};

try {
  await scene.launch();
  let slowest = 0;
  for (let kill = 0; kill <= kills; kill++) {
    await scene.untilSent((await sent()) + 1);
    await pause(Math.random() * 200);
    if (kill === kills) {
      const client = new Redis(scene.redis?.url ?? '');
      await client.flushall();
      client.disconnect();
    } else {
      scene.redis?.kill();
      await pause(500);
      scene.redis?.start();
    }
    slowest = Math.max(slowest, await untilSendingAgain());
  }
  await scene.finished();
  const compared = await scene.compare();
  const { lost, duplicates, equationHolds } = compared;
  const slowestRestartMs = Math.round(slowest);
  const passed = lost === 0 && duplicates === 0 && equationHolds && slowestRestartMs <= 30_000;
  verdict({ recipients, kills, ...compared, slowestRestartMs }, passed);
} finally {
  await scene.stop();
}
