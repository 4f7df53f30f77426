/**
 * One recipient domain of ten turns everybody away (T9, busy) or answers one byte a second (T10, slow): the other nine
 * get their mails at nine tenths of their usual rate at least. Or all domains begin to refuse the sender (T11, blocked):
 * the mailing stops by itself and nobody gets a strike.
 * `npm run torture:domains -- --case busy|slow|blocked --recipients N [--quick]`
 */
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { eventually } from '#test/eventually';
import { startSink } from '#test/smtp-sink';
import type { SinkAct, SinkStep } from '#test/smtp-sink';
import { startScene } from './scene.js';
import { verdict } from './verdict.js';

const { values } = parseArgs({
  options: {
    case: { type: 'string', default: 'busy' },
    recipients: { type: 'string', default: '50000' },
    quick: { type: 'boolean', default: false },
  },
});
const recipients = values.quick ? 4000 : Number(values.recipients);
const bad = 'bad.example';
const domains = [bad, ...Array.from({ length: 9 }, (_, n) => `healthy${n}.example`)];

let misbehaving = false;
/** When mails to healthy domains came in whole. */
let arrivals: number[] = [];
let taken = 0;
let tried = 0;

const answers: Record<string, (step: SinkStep, to: string) => SinkAct> = {
  busy: (step, to) =>
    step === 'RCPT' && to.endsWith(bad) ? '421 4.7.0 too many connections' : undefined,
  slow: (step, to) => (step === 'RCPT' && to.endsWith(bad) ? 'drip' : undefined),
  blocked: (step) => (step === 'dot' && taken >= 500 ? '550 5.7.1 blocked by policy' : undefined),
};
const answer = answers[values.case];
if (!answer) throw new Error('--case is busy, slow or blocked');

const relay = await startSink({
  act: (step, { to }) => {
    const act = misbehaving ? answer(step, to) : undefined;
    if (step === 'RCPT') tried++;
    if (step === 'dot' && act === undefined) {
      taken++;
      if (!to.endsWith(bad)) arrivals.push(performance.now());
    }
    return act;
  },
});
const scene = await startScene({ recipients, connections: 20, relay: relay.url, domains });

/** Sends a campaign and gives the rate at which mails reach the healthy domains. */
const healthyRate = async (): Promise<number> => {
  arrivals = [];
  await scene.launch();
  const healthy = recipients - Math.floor(recipients / domains.length);
  await eventually(() => {
    if (arrivals.length < healthy) throw new Error(`${arrivals.length} of ${healthy}`);
  }, 600_000);
  return (arrivals.length - 1) / ((Number(arrivals.at(-1)) - Number(arrivals[0])) / 1000);
};

const nineGoOn = async (): Promise<void> => {
  const usual = await healthyRate();
  await scene.finished();
  misbehaving = true;
  const beside = await healthyRate();
  const part = Math.round((beside / usual) * 100) / 100;
  const { refused, unknown } = await scene.progress();
  const result = { usual: Math.round(usual), beside: Math.round(beside), part, refused, unknown };
  verdict({ case: values.case, recipients, ...result }, part >= 0.9 && refused === 0);
};

const stopsByItself = async (): Promise<void> => {
  misbehaving = true;
  await scene.launch();
  await eventually(async () => {
    const status = await scene.stage.status(scene.campaignId);
    if (status !== 'paused') throw new Error(`the mailing is ${status ?? 'not launched'}`);
  }, 120_000);
  await eventually(async () => {
    if ((await scene.progress()).inFlight > 0) throw new Error('mails are under way');
  });
  const more = tried - 500;
  const [row] = await scene.stage.sql<{ strikes: number }>(
    // A refusal counts against a reader unless it blames the sender.
    `SELECT (count(*) FILTER (WHERE reason <> 'sender') + (SELECT count(*) FROM bounce_removals))::int AS strikes
     FROM deliveries WHERE state = 'refused'`,
  );
  const strikes = Number(row?.strikes);
  const { accepted, refused, unknown } = await scene.progress();
  const result = { accepted, refused, unknown, more, strikes };
  verdict({ case: values.case, recipients, ...result }, more <= 200 && strikes === 0);
};

try {
  await (values.case === 'blocked' ? stopsByItself() : nineGoOn());
} finally {
  relay.hangUp();
  await scene.stop();
  await relay.stop();
}
