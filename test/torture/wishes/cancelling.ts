import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '#test/eventually';
import { startCluster } from '#test/rig/cluster';
import { startSinkProcess } from '#test/rig/sink-process';
import { startStage } from '#test/rig/stage';
import { spawnWorker, untilReady } from '#test/rig/worker';
import { verdict } from '../verdict.js';

const readers = 500;
const connections = 20;
/** Two lanes have a micro-batch each under way; both are told as `inFlight`. */
const mostUnderWay = 2 * connections;

/** T15: campaigns of 500 are cancelled at a random moment, before, while or after they leave. */
export const cancelling = async (rounds: number): Promise<void> => {
  const cluster = await startCluster();
  const sink = await startSinkProcess();
  const stage = await startStage({ SMTP_URL: sink.url, SMTP_CONNECTIONS: String(connections) });
  const worker = spawnWorker({ env: stage.env });
  const ends = { cancelled: 0, aborted: 0, sent: 0 };
  let mostAfter = 0;
  let differing = 0;
  try {
    const shop = await stage.shop(readers);
    await untilReady(() => stage.listeners(), 1);
    for (let round = 0; round < rounds; round++) {
      await sink.forget();
      const { campaignId, at } = await stage.plan(shop, 200, false);
      await pause(Math.max(0, at.getTime() - Date.now()) + Math.random() * 600 - 100);
      const path = `/api/v1/campaigns/${campaignId}`;
      const reply = await shop.client.post(`${path}/cancel`);
      const atAnswer = (await sink.figures()).mails;
      await eventually(async () => {
        const state = await stage.status(campaignId);
        const flying = state && (await stage.progress(shop, campaignId)).inFlight;
        if (state === 'running' || flying) throw new Error('mails are under way');
      }, 60_000);
      const { mails } = await sink.figures();
      const accepted = (await stage.status(campaignId))
        ? (await stage.progress(shop, campaignId)).accepted
        : 0;
      if (accepted !== mails) differing++;
      if (reply.status === 409) ends.sent++;
      else {
        const answer = reply.body as {
          status: 'cancelled' | 'aborted';
          left: number;
          inFlight: number;
        };
        ends[answer.status]++;
        mostAfter = Math.max(mostAfter, mails - atAnswer);
        if (mails > answer.left + answer.inFlight) differing++;
      }
    }
    const result = { case: 'cancel', rounds, ends, mostAfter, differing };
    verdict(result, mostAfter <= mostUnderWay && differing === 0);
  } finally {
    worker.kill('SIGKILL');
    await worker.ended;
    await stage.stop();
    sink.stop();
    await cluster.stop();
  }
};
