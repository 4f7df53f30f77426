/**
 * Times a small campaign alone, and again while other tenants' large ones are under way and a relay's rate is shared by
 * all. Prints how many times as long it then takes; the others are stopped in the end.
 * `npm run bench:fairness -- [--tenants 9] [--large 100000] [--small 1000] [--rate 150] --json`; rate 0: none but the machine's
 */
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { startCluster } from '#test/rig/cluster';
import { eventually } from '#test/eventually';
import { startSinkProcess } from '#test/rig/sink-process';
import { startStage } from '#test/rig/stage';
import { spawnWorker, untilReady } from '#test/rig/worker';

const { values } = parseArgs({
  options: {
    tenants: { type: 'string', default: '9' },
    large: { type: 'string', default: '100000' },
    small: { type: 'string', default: '1000' },
    rate: { type: 'string', default: '150' },
    workers: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});
const tenants = Number(values.tenants);
const large = Number(values.large);
const small = Number(values.small);
const rate = Number(values.rate);
const workerCount = Number(values.workers);
/** What a shared rate may cost the smallest. */
const mostTimesAsLong = 1.5;

const say = (text: string): void => {
  if (!values.json) console.log(text);
};

const cluster = await startCluster();
const sink = await startSinkProcess();
const stage = await startStage({
  SMTP_URL: rate > 0 ? `${sink.url}?rate=${rate}` : sink.url,
  SMTP_CONNECTIONS: '20',
});
const workers = Array.from({ length: workerCount }, () => spawnWorker({ env: stage.env }));

type Shop = Awaited<ReturnType<typeof stage.shop>>;

/** Milliseconds from the planned instant to the last mail. */
const timeOf = async (shop: Shop): Promise<number> => {
  const { campaignId, at } = await stage.plan(shop, 1500, false);
  await stage.finished(campaignId, 600_000);
  const { lastMailAt, accepted } = await stage.progress(shop, campaignId);
  if (accepted !== small || !lastMailAt) throw new Error(`${accepted} of ${small} mails left`);
  return lastMailAt.getTime() - at.getTime();
};

try {
  say('readers sign up …');
  const smallest = await stage.shop(small);
  const others: Shop[] = [];
  for (let n = 0; n < tenants; n++) others.push(await stage.shop(large));
  await untilReady(() => stage.listeners(), workerCount);
  say('the small one alone …');
  const aloneMs = await timeOf(smallest);
  say('the large ones begin …');
  const planned = await Promise.all(others.map((shop) => stage.plan(shop, 1500, false)));
  const sent = (): Promise<number[]> =>
    Promise.all(
      planned.map(async ({ campaignId }, n) => {
        const shop = others[n] as Shop;
        return (await stage.status(campaignId))
          ? (await stage.progress(shop, campaignId)).accepted
          : 0;
      }),
    );
  await eventually(async () => {
    const counts = await sent();
    if (counts.some((count) => count === 0)) throw new Error(`not all send: ${counts.join(' ')}`);
  }, 300_000);
  say('the small one among them …');
  const before = await sent();
  const amongMs = await timeOf(smallest);
  const after = await sent();
  const timesAsLong = Math.round((amongMs / aloneMs) * 100) / 100;
  const meanwhile = after.map((count, n) => count - (before[n] ?? 0));
  const stillSending = after.filter((count) => count < large).length;
  const result = {
    tenants,
    large,
    small,
    ratePerSecond: rate || null,
    aloneMs,
    amongMs,
    timesAsLong,
    othersMeanwhile: { least: Math.min(...meanwhile), most: Math.max(...meanwhile) },
    stillSending,
  };
  console.log(JSON.stringify(result));
  if (timesAsLong > mostTimesAsLong || stillSending < tenants) process.exitCode = 1;
} finally {
  for (const worker of workers) worker.kill('SIGKILL');
  await Promise.all(workers.map(({ ended }) => ended));
  await stage.stop();
  sink.stop();
  await cluster.stop();
}
