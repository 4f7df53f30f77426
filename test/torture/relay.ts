/**
 * A relay that misbehaves at the first try of some recipients: hangs up in every phase (T6; cut in
 * the middle of its text a short mail is of unknown fate and is sent again by hand), takes the mail and hangs
 * up before saying so (T7), greylists and is busy (T8).
 * `npm run torture:relay -- --case cuts|take-and-cut|greylist --recipients N [--chunking] [--quick]`
 */
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { startSink } from '#test/smtp-sink';
import type { SinkAct, SinkMoment, SinkStep } from '#test/smtp-sink';
import type { Stage } from '#test/rig/stage';
import { startScene } from './scene.js';
import { verdict } from './verdict.js';

const { values } = parseArgs({
  options: {
    case: { type: 'string', default: 'cuts' },
    recipients: { type: 'string', default: '20000' },
    chunking: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
  },
});
const recipients = values.quick ? 1000 : Number(values.recipients);
const phases: readonly SinkStep[] = ['MAIL', 'RCPT', 'DATA', 'body'];

/** From 0 to 99, the same for the same reader. */
const dice = (to: string): number => Number(/\d+/.exec(to)?.[0] ?? 0) % 100;

const misbehaved = new Set<string>();
const firstTime = (name: string): boolean => !misbehaved.has(name) && Boolean(misbehaved.add(name));

/** The return path of each reader's tries. */
const paths = new Map<string, Set<string>>();

const acts: Record<string, (step: SinkStep, moment: SinkMoment) => SinkAct> = {
  cuts: (step, { connection, from, to }) => {
    if (step === 'banner' || step === 'EHLO')
      return connection % 10 === 3 && firstTime(`${step}${connection}`) ? 'cut' : undefined;
    // At MAIL only the return path is known; it is the same at each try.
    const name = step === 'MAIL' ? from : to;
    const unlucky = step === 'MAIL' ? connection % 7 === 0 : phases[dice(to) % 20] === step;
    return unlucky && firstTime(`${step} ${name}`) ? 'cut' : undefined;
  },
  'take-and-cut': (step, { to }) => (step === 'dot' && dice(to) === 7 ? 'cut' : undefined),
  greylist: (step, { connection, from, to }) => {
    if (step === 'RCPT') paths.set(to, (paths.get(to) ?? new Set()).add(from));
    if (step === 'banner') return connection % 10 === 3 ? '421 4.3.2 busy' : undefined;
    if (step === 'RCPT' && dice(to) < 30 && firstTime(`grey ${to}`)) return '451 4.7.1 greylisted';
    const waits = step === 'DATA' && dice(to) >= 95 && firstTime(`data ${to}`);
    return waits ? '451 4.3.0 later' : undefined;
  },
};
const act = acts[values.case];
if (!act) throw new Error('--case is cuts, take-and-cut or greylist');

/** The hours that a retry waits pass at once; the sweep comes at its usual time. */
const hurry = async (stage: Stage): Promise<void> => {
  await stage.sql(`UPDATE deliveries SET next_at = now() WHERE next_at > now()`);
  await stage.sql(
    `UPDATE mailing_lanes SET wake_at = now()
     WHERE wake_at > now() + interval '15 seconds' AND attempt_id IS NULL`,
  );
};

const extensions = ['PIPELINING', '8BITMIME', ...(values.chunking ? ['CHUNKING'] : [])];
const relay = await startSink({ act, extensions });
const scene = await startScene({ recipients, connections: 20, relay: relay.url });
try {
  await scene.launch();
  await scene.finished(hurry);
  // A mail this short is with the system before the relay hangs up in its middle: nobody can know, a person decides.
  const cutInBody = [...misbehaved].filter((name) => name.startsWith('body ')).length;
  const before = await scene.progress();
  if (cutInBody > 0 && before.unknown === cutInBody) {
    await scene.resendUnknown();
    await scene.finished(hurry);
  }
  const { unknown, accepted, equationHolds } = await scene.progress();
  const got = new Set(relay.mails.map(({ to }) => to));
  const duplicates = relay.mails.length - got.size;
  const lost = recipients - got.size;
  const expectedUnknown = values.case === 'take-and-cut' ? Math.floor(recipients / 100) : 0;
  const otherPaths = [...paths.values()].filter(({ size }) => size > 1).length;
  const passed =
    lost === 0 &&
    duplicates === 0 &&
    unknown === expectedUnknown &&
    accepted === recipients - expectedUnknown &&
    otherPaths === 0 &&
    equationHolds;
  const result = {
    case: values.case,
    recipients,
    lost,
    duplicates,
    unknown,
    cutInBody,
    otherPaths,
  };
  verdict({ ...result, equationHolds }, passed);
} finally {
  await scene.stop();
  await relay.stop();
}
