/**
 * One recipient domain of ten turns everybody away (T9, busy) or answers one byte a second (T10, slow): the other nine
 * get their mails at nine tenths of their usual rate at least, by the medians of three campaigns each. The quick form
 * judges by order, not by time: the nine have everything while most of the bad domain's mails still wait, and those
 * never held half of the connections. Or all domains begin to refuse the sender (T11, blocked): the mailing stops by
 * itself and nobody gets a strike.
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
const connections = 20;
const bad = 'bad.example';
const domains = [bad, ...Array.from({ length: 9 }, (_, n) => `healthy${n}.example`)];

let misbehaving = false;
/** When mails to healthy domains came in whole. */
let arrivals: number[] = [];
let taken = 0;
let tried = 0;
/** Of the bad domain: mails that were begun or came in whole, and connections with one of them right now. */
const ofBad = { tried: 0, taken: 0, open: new Set<number>(), mostOpen: 0 };

const answers: Record<string, (step: SinkStep, to: string) => SinkAct> = {
  busy: (step, to) =>
    step === 'RCPT' && to.endsWith(bad) ? '421 4.7.0 too many connections' : undefined,
  slow: (step, to) => (step === 'RCPT' && to.endsWith(bad) ? 'drip' : undefined),
  blocked: (step) => (step === 'dot' && taken >= 500 ? '550 5.7.1 blocked by policy' : undefined),
};
const answer = answers[values.case];
if (!answer) throw new Error('--case is busy, slow or blocked');

const relay = await startSink({
  act: (step, { connection, to }) => {
    const act = misbehaving ? answer(step, to) : undefined;
    if (step === 'RCPT') tried++;
    if (step === 'dot' && act === undefined) {
      taken++;
      if (!to.endsWith(bad)) arrivals.push(performance.now());
    }
    if (misbehaving) watchBad(step, connection, to);
    return act;
  },
});
const scene = await startScene({ recipients, connections, relay: relay.url, domains });

function watchBad(step: SinkStep, connection: number, to: string): void {
  const isBad = to.endsWith(bad);
  if (step === 'dot' && isBad) ofBad.taken++;
  if (step === 'RCPT' && isBad) {
    ofBad.tried++;
    if (values.case === 'slow') ofBad.open.add(connection);
  }
  if (step === 'dot' || step === 'MAIL') ofBad.open.delete(connection);
  ofBad.mostOpen = Math.max(ofBad.mostOpen, ofBad.open.size);
}

const ofBadDomain = Math.floor(recipients / domains.length);

/** Sends a campaign and gives the rate at which mails reach the healthy domains, once all have theirs. */
const healthyRate = async (): Promise<number> => {
  arrivals = [];
  await scene.launch();
  const healthy = recipients - ofBadDomain;
  await eventually(() => {
    if (arrivals.length < healthy) throw new Error(`${arrivals.length} of ${healthy}`);
  }, 600_000);
  return (arrivals.length - 1) / ((Number(arrivals.at(-1)) - Number(arrivals[0])) / 1000);
};

const medianRate = async (): Promise<number> => {
  const rates: number[] = [];
  for (let round = 0; round < 3; round++) {
    rates.push(await healthyRate());
    if (!misbehaving) await scene.finished();
  }
  return Math.round(rates.sort((a, b) => a - b)[1] ?? 0);
};

const keepTheirRate = async (): Promise<void> => {
  const usual = await medianRate();
  misbehaving = true;
  const beside = await medianRate();
  const part = Math.round((beside / usual) * 100) / 100;
  const { refused, unknown } = await scene.progress();
  const result = { usual, beside, part, refused, unknown };
  verdict({ case: values.case, recipients, ...result }, part >= 0.9 && refused === 0);
};

const areServedFirst = async (): Promise<void> => {
  misbehaving = true;
  await healthyRate();
  const { tried: badTried, taken: badTaken, mostOpen: badAtOnce } = ofBad;
  const { refused, unknown } = await scene.progress();
  const result = { ofBadDomain, badTried, badTaken, badAtOnce, refused, unknown };
  // A domain that nobody spares is tried as often as it has mails by the time the others have theirs.
  const spared = badTried > 0 && badTried <= ofBadDomain / 2 && badTaken <= ofBadDomain / 4;
  verdict(
    { case: values.case, recipients, ...result },
    spared && badAtOnce < connections / 2 && refused === 0,
  );
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
  if (values.case === 'blocked') await stopsByItself();
  else await (values.quick ? areServedFirst() : keepTheirRate());
} finally {
  relay.hangUp();
  await scene.stop();
  await relay.stop();
}
