import { ReturnPath } from '#lib/delivery';
import { MovableClock } from '#lib/kernel';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ReceiveReport } from './index.js';
import { aReportOf, bounceScene, bouncesParts } from './testing.js';
import { pickerOf } from './testing/picker.js';

const clock = new MovableClock('2026-04-01T09:00:00+09:00');
const replies = { H: '550 5.1.1 User unknown', B: '550 5.7.1 Rejected by policy' } as const;
const campaigns = 6;
const people = 36;

/** H: reported failed, R: refused at once, B: reported refused for the sender's sake, S: accepted, D: late, then nothing. */
const letters = 'HHHRRBSD';
const pick = pickerOf(7);
const histories = new Map(
  Array.from({ length: people }, (_, i) => [
    `reader${i}@example.jp`,
    Array.from({ length: campaigns }, () => letters[pick(letters.length)] ?? ''),
  ]),
);

let sink: SmtpSink;
let app: TestApp;
let round = 0;

beforeAll(async () => {
  sink = await startSink({
    act: (step, { to }) =>
      step === 'RCPT' && histories.get(to)?.[round] === 'R' ? '550 5.1.1 User unknown' : undefined,
  });
  app = await startApp({ ...bouncesParts, clock, env: { SMTP_URL: sink.url } });
});

afterAll(async () => {
  await app.stop();
  await sink.stop();
});

/** The first letters decide: nobody is mailed after a removal. */
const isRemoved = (history: readonly string[]): boolean =>
  /HHH/.test(history.join('').replaceAll('B', '').replaceAll('R', 'H'));

const shuffled = <T>(items: readonly T[]): T[] =>
  items
    .map((item) => ({ item, at: pick(1_000_000) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);

it('removes whom their mails condemn, though each report comes three times and in any order', async () => {
  const scene = await bounceScene({ app, clock, sink }, [...histories.keys()]);
  const reports: { raw: Uint8Array; path: string }[] = [];
  for (round = 0; round < campaigns; round++) {
    const paths = await scene.sendCampaign();
    clock.advance({ hours: 1 });
    for (const [to, path] of paths) {
      const letter = histories.get(to)?.[round] ?? '';
      if (letter === 'H' || letter === 'B')
        reports.push({ path, raw: aReportOf('failed', replies[letter]) });
      if (letter === 'D') reports.push({ path, raw: aReportOf('delayed', '451 4.4.1 No answer') });
    }
  }
  for (const { raw, path } of shuffled([...reports, ...reports, ...reports])) {
    const ref = await app.get(ReturnPath).read(path);
    await app.get(ReceiveReport).execute({ raw, ref, arrivedAt: clock.now() });
    if (pick(30) === 0) await app.drain.runDue();
  }
  for (let day = 0; day < 8; day++) {
    clock.advance({ days: 1 });
    await app.drain.runDue();
  }
  const rest = await scene.sendCampaign();
  const removed = [...histories.keys()].filter((address) => !rest.has(address));
  const condemned = [...histories].flatMap(([address, history]) =>
    isRemoved(history) ? [address] : [],
  );
  expect(condemned.length).toBeGreaterThan(8);
  expect(removed.sort()).toEqual(condemned.sort());
  const { body } = await scene.tenant.client.get('/api/v1/bounces/summary');
  expect(body).toMatchObject({ removed: condemned.length });
});
