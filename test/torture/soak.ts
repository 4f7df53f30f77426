/**
 * Sends campaign after campaign while a relay misbehaves at random and workers are killed, ended or frozen at random (T46).
 * The account of every campaign must come out even, and a worker that lives long must not grow.
 * `npm run torture:soak -- --recipients N --minutes M [--quick]`
 */
import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { eventually } from '#test/eventually';
import { rssMb } from '#test/rig/process-figures';
import { startSink } from '#test/smtp-sink';
import type { SinkAct, SinkStep } from '#test/smtp-sink';
import type { Stage } from '#test/rig/stage';
import { spawnWorker } from '#test/rig/worker';
import { startScene } from './scene.js';
import { verdict } from './verdict.js';

const { values } = parseArgs({
  options: {
    recipients: { type: 'string', default: '5000' },
    minutes: { type: 'string', default: '60' },
    quick: { type: 'boolean', default: false },
  },
});
const recipients = values.quick ? 500 : Number(values.recipients);
const minutes = values.quick ? 0.3 : Number(values.minutes);

const troubles: Partial<Record<SinkStep, readonly SinkAct[]>> = {
  banner: ['cut', '421 4.3.2 busy'],
  MAIL: ['cut', '451 4.3.0 later'],
  RCPT: ['cut', '450 4.7.1 greylisted', '421 4.7.0 too many', '550 5.1.1 who?'],
  DATA: ['451 4.3.0 later'],
  body: ['cut'],
  dot: ['cut', '451 4.3.0 later', '554 5.6.0 no'],
};
const act = (step: SinkStep): SinkAct => {
  const choices = troubles[step] ?? [];
  return Math.random() < 0.02 ? choices[Math.floor(Math.random() * choices.length)] : undefined;
};

/** Retries and breakers wait for hours and minutes; here they pass at once. */
const hurry = async (stage: Stage): Promise<void> => {
  await stage.sql(`UPDATE deliveries SET next_at = now() WHERE next_at > now()`);
  await stage.sql(
    `UPDATE mailing_lanes SET wake_at = now() WHERE wake_at > now() + interval '15 seconds' AND attempt_id IS NULL`,
  );
  await pause(1000);
};

const relay = await startSink({ act });
const scene = await startScene({ recipients, connections: 20, relay: relay.url });

/** Left alone, so that its memory can be watched. */
const watched = spawnWorker({ env: scene.stage.env });

const harass = async (): Promise<void> => {
  const [victim] = scene.workers;
  const dice = Math.random();
  if (dice < 0.4) {
    victim?.kill('SIGSTOP');
    await pause(2000);
    victim?.kill('SIGCONT');
    return;
  }
  await scene.killWorker(dice < 0.7 ? 'SIGKILL' : 'SIGTERM');
  await scene.startWorker();
};

try {
  const until = performance.now() + minutes * 60_000;
  let campaigns = 0;
  let uneven = 0;
  let firstMb = 0;
  do {
    await scene.launch();
    const harassing = harass();
    await scene.finished(hurry);
    await harassing;
    const { equationHolds, candidates } = await scene.progress();
    if (!equationHolds || candidates !== recipients) uneven++;
    campaigns++;
    relay.mails.length = relay.commands.length = 0;
    if (campaigns === 2) firstMb = rssMb(watched.pid);
  } while (performance.now() < until || campaigns < 3);
  const lastMb = rssMb(watched.pid);
  const growth = Math.round((lastMb / firstMb - 1) * 100);
  await eventually(async () => {
    const [row] = await scene.stage.sql<{ held: number }>(
      'SELECT count(*)::int AS held FROM mailing_lanes WHERE attempt_id IS NOT NULL',
    );
    if (row?.held !== 0) throw new Error('a lane is held after the end');
  }, 60_000);
  const result = { recipients, minutes, campaigns, uneven, firstMb, lastMb, growthPercent: growth };
  // Too short a run says nothing about memory.
  verdict(result, uneven === 0 && (minutes < 10 || growth < 10));
} finally {
  for (const worker of scene.workers) worker.kill('SIGCONT');
  watched.kill('SIGKILL');
  await watched.ended;
  await scene.stop();
  await relay.stop();
}
