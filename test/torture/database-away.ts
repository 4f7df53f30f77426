/**
 * Stops PostgreSQL as a power cut would while a campaign leaves, and starts it again (T5).
 * `npm run torture:database -- --recipients N --crashes K [--quick]`
 */
import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startScene } from './scene.js';
import { verdict } from './verdict.js';

const { values } = parseArgs({
  options: {
    recipients: { type: 'string', default: '50000' },
    crashes: { type: 'string', default: '10' },
    quick: { type: 'boolean', default: false },
  },
});
const recipients = values.quick ? 6000 : Number(values.recipients);
const crashes = values.quick ? 1 : Number(values.crashes);

const scene = await startScene({ recipients, connections: 20 });
try {
  await scene.launch();
  for (let crash = 0; crash < crashes; crash++) {
    await scene.untilSent((await scene.sink.figures()).mails + 1);
    await pause(Math.random() * 300);
    await scene.cluster.crash();
    await scene.cluster.start();
  }
  await scene.finished();
  const compared = await scene.compare();
  const { lost, duplicates, equationHolds } = compared;
  verdict({ recipients, crashes, ...compared }, lost === 0 && duplicates === 0 && equationHolds);
} finally {
  await scene.stop();
}
