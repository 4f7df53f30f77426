/**
 * Times a real campaign from its planned instant to its closed account, with real worker processes and a database that
 * forgets nothing; docs/performance.md says what the figures are.
 * `npm run bench:delivery -- --recipients N [--relay smtp://…] [--connections C] [--dkim] [--tracking] [--workers W] [--latency-ms L] [--rate R] [--without-chunking] [--alone] --json`;
 * `--alone` leaves out the others, whose ratios are then null; `--rate` paces the relay: one that is never reached shows
 * what pacing costs
 */
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { startCluster } from '#test/rig/cluster';
import { newDkimKeyFile } from '#test/rig/dkim-key';
import { usualExtensions } from '#test/rig/fast-sink';
import { letter } from '#test/rig/letter';
import { cpuOfFamily, peakRssMb } from '#test/rig/process-figures';
import { startSinkProcess } from '#test/rig/sink-process';
import { startStage } from '#test/rig/stage';
import { spawnWorker, untilReady } from '#test/rig/worker';
import { nodemailerPool, smtpSource } from './rivals.js';

const { values } = parseArgs({
  options: {
    recipients: { type: 'string', default: '50000' },
    relay: { type: 'string' },
    connections: { type: 'string', default: '50' },
    workers: { type: 'string', default: '1' },
    'latency-ms': { type: 'string', default: '0' },
    rate: { type: 'string' },
    alone: { type: 'boolean', default: false },
    'without-chunking': { type: 'boolean', default: false },
    tracking: { type: 'boolean', default: false },
    dkim: { type: 'boolean', default: false },
    profile: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const recipients = Number(values.recipients);
const connections = Number(values.connections);
const workerCount = Number(values.workers);
const latencyMs = Number(values['latency-ms']);
const say = (text: string): void => {
  if (!values.json) console.log(text);
};

const cluster = await startCluster();
const extensions = usualExtensions.filter(
  (name) => name !== 'CHUNKING' || !values['without-chunking'],
);
const sink = await startSinkProcess({ latencyMs, extensions });
const stage = await startStage({
  SMTP_URL: values.relay ?? (values.rate ? `${sink.url}?rate=${values.rate}` : sink.url),
  SMTP_CONNECTIONS: String(Math.ceil(connections / workerCount)),
  ...(values.dkim && { DKIM_KEY_FILE: newDkimKeyFile() }),
});
const nodeArgs = values.profile ? ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] : [];
const workers = Array.from({ length: workerCount }, () =>
  spawnWorker({ env: stage.env, nodeArgs }),
);

const cpu = (): Record<'worker' | 'database' | 'sink', number> => ({
  worker: workers.reduce((sum, { pid }) => sum + cpuOfFamily(pid), 0),
  database: cpuOfFamily(cluster.pid),
  sink: cpuOfFamily(sink.pid),
});

try {
  say(`${recipients} readers sign up …`);
  const shop = await stage.shop(recipients);
  await untilReady(() => stage.listeners(), workerCount);

  const before = cpu();
  const { campaignId, at } = await stage.plan(shop, 2000, values.tracking);
  say('sending …');
  await stage.finished(campaignId);
  const after = cpu();
  const own = await sink.figures();
  const progress = await stage.progress(shop, campaignId);
  const workerPeakRssMb = Math.max(...workers.map(({ pid }) => peakRssMb(pid)));
  for (const worker of workers) worker.kill('SIGTERM');
  await Promise.all(workers.map(({ ended }) => ended));

  const seconds = (Number(progress.lastMailAt) - Number(progress.firstMailAt)) / 1000;
  const relayed = values.relay !== undefined;
  const rate = relayed
    ? progress.accepted / seconds
    : own.mails / ((Number(own.lastAt) - Number(own.firstAt)) / 1000);
  const bytes = Math.round(own.bytes / Math.max(1, own.mails)) || 7000;
  const { pooled, source } = values.alone ? {} : await others(bytes);
  const perMail = (name: keyof typeof after): number =>
    Math.round((after[name] - before[name]) / recipients);
  const result = {
    recipients,
    messagesPerSecond: Math.round(rate),
    cpuMicrosPerMessage: {
      worker: perMail('worker'),
      database: perMail('database'),
      sink: perMail('sink'),
    },
    latencyMs: own.latencyMs,
    workerPeakRssMb,
    firstMailMs: (relayed ? Number(progress.firstMailAt) : Number(own.firstAt)) - at.getTime(),
    ratioToNodemailerPool: pooled ? round(rate / pooled) : null,
    ratioToSmtpSource: source ? round(rate / source) : null,
    equation: {
      candidates: progress.candidates,
      accepted: progress.accepted,
      refused: progress.refused,
      unknown: progress.unknown,
      cancelled: progress.cancelled,
      excluded: progress.excluded,
      holds: progress.equationHolds,
    },
    mailsAtSink: own.mails,
    bytesPerMail: bytes,
    others: {
      nodemailerPool: pooled && Math.round(pooled),
      smtpSource: source && Math.round(source),
    },
  };
  console.log(JSON.stringify(result));
  if (!progress.equationHolds) process.exitCode = 1;
} finally {
  for (const worker of workers) worker.kill('SIGKILL');
  await stage.stop();
  sink.stop();
  await cluster.stop();
}

/** Mails a second of whoever else sends mails of that size to the same sink. */
async function others(bytes: number): Promise<{ pooled?: number; source?: number | undefined }> {
  say('the others …');
  const pooled = await nodemailerPool(sink, {
    connections,
    mails: latencyMs > 0 ? 20_000 : 4000,
    letter: letter(false) as never,
  });
  return { pooled, source: await smtpSource(sink, { connections, mails: 20_000, bytes }) };
}

function round(ratio: number): number {
  return Math.round(ratio * 100) / 100;
}
