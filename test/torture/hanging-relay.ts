import { eventually } from '#test/eventually';
import { startSink } from '#test/smtp-sink';
import type { SinkStep } from '#test/smtp-sink';
import { startScene } from './scene.js';
import { verdict } from './verdict.js';

const connections = 20;
/** Half of the mails are kept waiting at RCPT, half at their final dot. */
const hangsAt = (to: string): SinkStep =>
  Number(/\d+/.exec(to)?.[0] ?? 0) % 2 === 0 ? 'RCPT' : 'dot';

/**
 * A worker is asked to end while its relay answers nothing any more: it ends within 30 seconds, what was kept waiting
 * at RCPT goes out later, and what hung at its final dot is called unknown, each mail of it and no other.
 */
export const endAtHangingRelay = async (recipients: number): Promise<void> => {
  let hangs = false;
  const hungAtDot = new Set<string>();
  let hungAtRcpt = 0;
  const relay = await startSink({
    act: (step, { to }) => {
      if (!hangs || step !== hangsAt(to)) return undefined;
      if (step === 'dot') hungAtDot.add(to);
      else hungAtRcpt++;
      return 'hang';
    },
  });
  const scene = await startScene({ recipients, connections, relay: relay.url });
  try {
    await scene.launch();
    await eventually(() => {
      if (relay.mails.length < recipients / 5) throw new Error(`${relay.mails.length} mails sent`);
    }, 120_000);
    hangs = true;
    await eventually(() => {
      if (hungAtDot.size === 0 || hungAtRcpt === 0) throw new Error('no mail hangs yet');
    });
    const began = performance.now();
    await scene.killWorker('SIGTERM');
    const endMs = Math.round(performance.now() - began);
    hangs = false;
    await scene.startWorker();
    await scene.finished(async (stage) => {
      await stage.sql('UPDATE deliveries SET next_at = now() WHERE next_at > now()');
    });
    const { accepted, unknown, equationHolds } = await scene.progress();
    const got = new Set(relay.mails.map(({ to }) => to));
    const told = await scene.stage.accepted(scene.campaignId);
    const lost = told.filter((address) => !got.has(address)).length;
    const duplicates = relay.mails.length - got.size;
    const result = { lost, duplicates, unknown, hungAtDot: hungAtDot.size, hungAtRcpt, endMs };
    const exact = unknown === hungAtDot.size && unknown <= 2 * connections;
    const whole = lost === 0 && duplicates === 0 && equationHolds;
    verdict(
      { recipients, signal: 'term', relay: 'hang', accepted, ...result, equationHolds },
      whole && exact && accepted === recipients - unknown && endMs <= 30_000,
    );
  } finally {
    await scene.stop();
    await relay.stop();
  }
};
