import 'reflect-metadata';
import { bouncesParts, tryAlteredTokens } from '#lib/bounces/testing';
import { startApp } from '#test/app';
import { startSink } from '#test/smtp-sink';

/**
 * Tries altered return paths and unsubscribe tokens of mails that were really sent:
 * `TEST_DATABASE_URL=… node -C source --import ./scripts/typescript.mjs test/torture/altered-tokens.ts [tries] [seed]`
 */
const tries = Number(process.argv[2] ?? 1_000_000);
const seed = Number(process.argv[3] ?? 1);

const sink = await startSink();
const app = await startApp({ ...bouncesParts, env: { SMTP_URL: sink.url } });
try {
  const { accepted, genuine } = await tryAlteredTokens(app, sink, { tries, seed });
  console.log(JSON.stringify({ tries, accepted: accepted.length, genuine }));
  const isSound = genuine.returnPaths === genuine.of && genuine.tokens === genuine.of;
  process.exitCode = accepted.length > 0 || !isSound ? 1 : 0;
} finally {
  await app.stop();
  await sink.stop();
}
