/**
 * Kills worker processes at random instants while they send, and compares what the relay has with the ledger (T1).
 * `npm run torture:crash -- --recipients N --kills K --mode hold|retry [--queue postgres|redis] --json`
 */
import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startScene } from './scene.js';

const { values } = parseArgs({
  options: {
    recipients: { type: 'string', default: '100000' },
    kills: { type: 'string', default: '20' },
    mode: { type: 'string', default: 'hold' },
    queue: { type: 'string', default: 'postgres' },
    connections: { type: 'string', default: '20' },
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const recipients = values.quick ? 6000 : Number(values.recipients);
const kills = values.quick ? 1 : Number(values.kills);
const { mode, queue } = values;
if (mode !== 'hold' && mode !== 'retry') throw new Error('--mode is hold or retry');
if (queue !== 'postgres' && queue !== 'redis') throw new Error('--queue is postgres or redis');
const connections = Number(values.connections);

const scene = await startScene({ recipients, connections, queue, mode });
try {
  const began = performance.now();
  await scene.launch();
  for (let killed = 0; killed < kills;) {
    const before = (await scene.sink.figures()).mails;
    // Each kill strikes a sending worker, somewhere within the next tenth of its share of the work.
    await scene.untilSent(before + 1);
    await pause(Math.random() * 400);
    if ((await scene.stage.status(scene.campaignId)) === 'finished') break;
    await scene.killWorker('SIGKILL');
    killed++;
    await scene.startWorker();
    if (!values.json) console.log(`killed ${killed}`);
  }
  await scene.finished();
  const { lost, duplicates, strangers, unknown, equationHolds } = await scene.compare();
  const seconds = Math.round((performance.now() - began) / 1000);
  const result = {
    recipients,
    kills,
    mode,
    queue,
    lost,
    duplicates,
    unknown,
    equationHolds,
    seconds,
  };
  console.log(JSON.stringify(result));
  const most = 2 * connections * kills;
  const fine =
    lost === 0 &&
    strangers === 0 &&
    equationHolds &&
    (mode === 'hold' ? duplicates === 0 && unknown <= most : duplicates <= most && unknown === 0);
  if (!fine) process.exitCode = 1;
} finally {
  await scene.stop();
}
