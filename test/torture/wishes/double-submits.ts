import { setTimeout as pause } from 'node:timers/promises';
import { aDraft, campaignsParts } from '#lib/campaigns/testing';
import { activeTenant } from '#lib/contracts/testing';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { startApp } from '#test/app';
import { startCluster } from '#test/rig/cluster';
import { startSink } from '#test/smtp-sink';
import { verdict } from '../verdict.js';

const readers = 3;

/** T14: every campaign is told to leave twice, up to 50 ms apart, half of them under one idempotency key. */
export const doubleSubmits = async (rounds: number): Promise<void> => {
  const cluster = await startCluster();
  const sink = await startSink();
  const app = await startApp({ ...campaignsParts, env: { SMTP_URL: sink.url } });
  try {
    const { tenantId, client } = await activeTenant(app);
    const newsletterId = await aNewsletter(app, tenantId);
    await someSubscribers(app, tenantId, newsletterId, readers);
    await app.drain.runDue();
    let refused = 0;
    for (let round = 0; round < rounds; round++) {
      const campaignId = await aDraft(client, newsletterId);
      const headers = round % 2 === 0 ? { 'Idempotency-Key': `round-${round}` } : {};
      const submit = async (afterMs: number): Promise<number> => {
        await pause(afterMs);
        const path = `/api/v1/campaigns/${campaignId}/send-now`;
        return (await client.post(path, undefined, headers)).status;
      };
      const statuses = await Promise.all([submit(0), submit(Math.random() * 50)]);
      refused += statuses.filter((status) => status !== 200 && status !== 409).length;
      if (!statuses.includes(200)) refused++;
    }
    await app.drain.runDue();
    const effects = sink.mails.length / readers;
    verdict({ case: 'double', rounds, effects, refused }, effects === rounds && refused === 0);
  } finally {
    await app.stop();
    await sink.stop();
    await cluster.stop();
  }
};
