import 'reflect-metadata';
import { aDraft, campaignsParts, race } from '#lib/campaigns/testing';
import type { RaceResult } from '#lib/campaigns/testing';
import { activeTenant } from '#lib/contracts/testing';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { startApp } from '#test/app';
import { startSink } from '#test/smtp-sink';

/**
 * Races of wishes on one campaign, round after round:
 * `TEST_DATABASE_URL=… node -C source --import ./scripts/typescript.mjs test/torture/campaign-races.ts [rounds] [calls]`
 */
const rounds = Number(process.argv[2] ?? 100);
const calls = Number(process.argv[3] ?? 500);
const readers = 200;

const sink = await startSink();
const app = await startApp({
  ...campaignsParts,
  env: { SMTP_URL: sink.url, SMTP_CONNECTIONS: '4' },
});
const results: RaceResult[] = [];
try {
  const { tenantId, client } = await activeTenant(app);
  const newsletterId = await aNewsletter(app, tenantId);
  await someSubscribers(app, tenantId, newsletterId, readers);
  await app.drain.runDue();
  for (let round = 0; round < rounds; round++) {
    const campaignId = await aDraft(client, newsletterId);
    sink.mails.length = 0;
    const mailed = (): string[] => sink.mails.map(({ to }) => to);
    results.push(await race({ app, client, campaignId, mailed, calls }));
  }
} finally {
  await app.stop();
  await sink.stop();
}

const ends: Record<string, number> = {};
for (const { status } of results) ends[status] = (ends[status] ?? 0) + 1;
const faults = results.flatMap((result, round) => result.faults.map((f) => `${round}: ${f}`));
const mails = results.reduce((sum, result) => sum + result.mails, 0);
console.log(JSON.stringify({ rounds: results.length, calls, ends, mails, faults }));
process.exitCode = faults.length > 0 ? 1 : 0;
