import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { bouncesParts, tryAlteredTokens } from './testing.js';

let sink: SmtpSink;
let app: TestApp;

beforeAll(async () => {
  sink = await startSink();
  app = await startApp({ ...bouncesParts, env: { SMTP_URL: sink.url } });
});

afterAll(async () => {
  await app.stop();
  await sink.stop();
});

it('takes no altered return path and no altered unsubscribe token, but every genuine one', async () => {
  expect(await tryAlteredTokens(app, sink, { tries: 20_000, seed: 1 })).toEqual({
    tries: 20_000,
    accepted: [],
    genuine: { returnPaths: 20, tokens: 20, of: 20 },
  });
});
