/**
 * Ends workers politely (T2), also beside a relay that hangs, or freezes them past their lease while another takes
 * over (T3).
 * `npm run torture:workers -- --signal term|stop [--relay hang] --recipients N --rounds R [--quick]`
 */
import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { eventually } from '#test/eventually';
import { endAtHangingRelay } from './hanging-relay.js';
import { startScene } from './scene.js';
import type { Scene } from './scene.js';
import { verdict } from './verdict.js';

const { values } = parseArgs({
  options: {
    relay: { type: 'string', default: 'fine' },
    signal: { type: 'string', default: 'term' },
    recipients: { type: 'string', default: '50000' },
    rounds: { type: 'string', default: '50' },
    quick: { type: 'boolean', default: false },
  },
});
const { signal } = values;
const quick = { recipients: signal === 'term' ? 6000 : 3000, rounds: signal === 'term' ? 3 : 1 };
const { recipients, rounds } = values.quick
  ? quick
  : { recipients: Number(values.recipients), rounds: Number(values.rounds) };

const over = async ({ stage, campaignId }: Scene): Promise<boolean> =>
  (await stage.status(campaignId)) === 'finished';

interface Ended {
  /** Fewer than asked for when the campaign was over before. */
  readonly roundsDone: number;
  /** The longest time that a worker took to end. */
  readonly slowestEndMs?: number;
}

const endPolitely = async (scene: Scene): Promise<Ended> => {
  let slowest = 0;
  let round = 0;
  for (; round < rounds && !(await over(scene)); round++) {
    await scene.untilSent((await scene.sink.figures()).mails + 1);
    await pause(Math.random() * 300);
    const began = performance.now();
    await scene.killWorker('SIGTERM');
    slowest = Math.max(slowest, performance.now() - began);
    await scene.startWorker();
  }
  return { roundsDone: round, slowestEndMs: Math.round(slowest) };
};

const freeze = async (scene: Scene): Promise<Ended> => {
  const { stage, campaignId } = scene;
  let round = 0;
  for (; round < rounds && !(await over(scene)); round++) {
    await scene.untilSent((await scene.sink.figures()).mails + 1);
    const frozen = scene.workers[round % 2];
    frozen?.kill('SIGSTOP');
    // Past its lease: nothing of what it had under way is under way any more.
    await eventually(async () => {
      const late = `SELECT 1 FROM mailing_lanes WHERE campaign_id = $1 AND attempt_id IS NOT NULL AND wake_at < now()`;
      const [row] = await stage.sql<{ moves: boolean }>(
        `SELECT NOT EXISTS (${late}) AND (SELECT max(sent_at) FROM deliveries WHERE campaign_id = $1)
           > now() - interval '1 second' AS moves`,
        [campaignId],
      );
      if (!row?.moves && !(await over(scene))) throw new Error('nobody took over');
    }, 60_000);
    await pause(Math.random() * 500);
    frozen?.kill('SIGCONT');
  }
  return { roundsDone: round };
};

const sendSignals = async (): Promise<void> => {
  const scene = await startScene({
    recipients,
    connections: 20,
    workers: signal === 'term' ? 1 : 2,
    // A round takes a lease and a little more: mails must be under way in each, and some be left for the last.
    ...(signal === 'stop' && !values.quick && { latencyMs: 400 }),
  });
  try {
    await scene.launch();
    const ended = await (signal === 'term' ? endPolitely : freeze)(scene);
    await scene.finished();
    const compared = await scene.compare();
    const { lost, duplicates, unknown, equationHolds } = compared;
    const whole = lost === 0 && duplicates === 0 && equationHolds;
    const inTime = (ended.slowestEndMs ?? 0) <= 30_000;
    const passed = whole && (signal === 'stop' || (unknown === 0 && inTime));
    verdict({ recipients, rounds, signal, ...compared, ...ended }, passed);
  } finally {
    for (const worker of scene.workers) worker.kill('SIGCONT');
    await scene.stop();
  }
};

await (values.relay === 'hang' ? endAtHangingRelay(recipients) : sendSignals());
