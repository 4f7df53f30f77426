/**
 * Kills the process that receives mail and the one that sorts it, in turns and at random instants, while messages
 * come in: bounces and letters. What got its 250 must have its effect, and have it once.
 * `npm run torture:inbound -- --messages N --kills K [--quick] [--json]`
 */
import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { aBounce, aLetter, startInboundScene } from '#test/rig/inbound-scene';
import { verdict } from './verdict.js';

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '10000' },
    kills: { type: 'string', default: '20' },
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const messages = values.quick ? 1000 : Number(values.messages);
const kills = values.quick ? 4 : Number(values.kills);
const bounces = Math.floor(messages / 2);
const senders = 20;

const scene = await startInboundScene(bounces);
const began = performance.now();
let acknowledged = 0;
let retries = 0;
const letters: string[] = [];
const bounced = new Set<number>();

/** Comes again under another name after a failure: that one may have been written down all the same. */
const sendLetter = async (n: number): Promise<void> => {
  for (let attempt = 0; ; attempt++) {
    const name = `letter ${n} try ${attempt}`;
    try {
      await scene.send('support@mail.hikyaku.test', aLetter(name), 'taro@example.jp');
      letters.push(name);
      return;
    } catch {
      retries++;
      await pause(100);
    }
  }
};

const sendBounce = async (n: number): Promise<void> => {
  for (;;)
    try {
      await scene.send(scene.returnPaths[n] ?? '', aBounce(n));
      bounced.add(n);
      return;
    } catch {
      retries++;
      await pause(100);
    }
};

try {
  let next = 0;
  const sender = async (): Promise<void> => {
    for (let n = next++; n < messages; n = next++) {
      await (n < bounces ? sendBounce(n) : sendLetter(n));
      acknowledged++;
    }
  };
  const killer = async (): Promise<void> => {
    for (let killed = 0; killed < kills; killed++) {
      const due = Math.floor(((killed + Math.random()) / kills) * messages);
      while (acknowledged < due) await pause(20);
      await (killed % 2 === 0 ? scene.killInbound() : scene.killWorker());
      if (!values.json) console.log(`killed ${killed + 1} after ${acknowledged} messages`);
    }
  };
  await Promise.all([killer(), ...Array.from({ length: senders }, sender)]);
  await scene.sorted();
  const inquiries = await scene.stage.sql<{ subject: string }>('SELECT subject FROM inquiries');
  const names = inquiries.map(({ subject }) => subject);
  const known = new Set(names);
  const [reports] = await scene.stage.sql<{ count: number }>(
    `SELECT count(*)::int AS count FROM bounce_reports WHERE kind = 'failed' AND source = 'report'`,
  );
  const lostLetters = letters.filter((name) => !known.has(name)).length;
  const lost = lostLetters + bounced.size - (reports?.count ?? 0);
  const twice = names.length - known.size;
  const seconds = Math.round((performance.now() - began) / 1000);
  verdict(
    { messages, kills, acknowledged, retries, lost, twice, seconds },
    lost === 0 && twice === 0 && acknowledged === messages,
  );
} finally {
  await scene.stop();
}
