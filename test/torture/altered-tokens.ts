/**
 * Tries altered return paths and unsubscribe tokens of mails that were really sent.
 * `npm run torture:tokens -- --tries N [--seed S]`
 */
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { bouncesParts, tryAlteredTokens } from '#lib/bounces/testing';
import { startApp } from '#test/app';
import { startCluster } from '#test/rig/cluster';
import { startSink } from '#test/smtp-sink';
import { verdict } from './verdict.js';

const { values } = parseArgs({
  options: {
    tries: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
  },
});
const tries = Number(values.tries);
const seed = Number(values.seed);

const cluster = process.env['TEST_DATABASE_URL'] ? undefined : await startCluster();
const sink = await startSink();
const app = await startApp({ ...bouncesParts, env: { SMTP_URL: sink.url } });
try {
  const { accepted, genuine } = await tryAlteredTokens(app, sink, { tries, seed });
  const isSound = genuine.returnPaths === genuine.of && genuine.tokens === genuine.of;
  verdict({ tries, accepted: accepted.length, genuine }, accepted.length === 0 && isSound);
} finally {
  await app.stop();
  await sink.stop();
  await cluster?.stop();
}
