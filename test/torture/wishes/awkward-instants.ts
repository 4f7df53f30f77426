import { aDraft, campaignsParts } from '#lib/campaigns/testing';
import { activeTenant } from '#lib/contracts/testing';
import { MovableClock } from '#lib/kernel';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { startApp } from '#test/app';
import { startCluster } from '#test/rig/cluster';
import { startSink } from '#test/smtp-sink';
import { verdict } from '../verdict.js';

/** Ends of months in Japan, a leap day, and hours that other countries' clocks skip or have twice. */
const instants: readonly (readonly [string, string])[] = [
  ['2027-01-31T23:59:59.900+09:00', '2027-01'],
  ['2027-02-28T23:59:59.900+09:00', '2027-02'],
  ['2027-03-01T00:00:00.000+09:00', '2027-03'],
  ['2027-03-14T02:30:00.000-05:00', '2027-03'], // skipped in New York
  ['2027-03-28T02:30:00.000+01:00', '2027-03'], // skipped in Berlin
  ['2027-10-31T02:30:00.000+01:00', '2027-10'], // twice in Berlin
  ['2027-11-07T01:30:00.000-05:00', '2027-11'], // twice in New York
  ['2027-12-31T23:59:59.900+09:00', '2027-12'],
  ['2028-02-29T12:00:00.000+09:00', '2028-02'],
  ['2028-02-29T23:59:59.900+09:00', '2028-02'],
  ['2028-03-01T00:00:00.000+09:00', '2028-03'],
];

const monthInJapan = (at: Date): string =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Tokyo',
    year: 'numeric',
    month: '2-digit',
  }).format(at);

/** T13: planned for such an instant a campaign leaves at it, not before, once, and counts in its month. */
export const awkwardInstants = async (): Promise<void> => {
  const clock = new MovableClock('2027-01-01T09:00:00+09:00');
  const cluster = await startCluster();
  const sink = await startSink();
  const app = await startApp({ ...campaignsParts, clock, env: { SMTP_URL: sink.url } });
  try {
    const { tenantId, client } = await activeTenant(app);
    const newsletterId = await aNewsletter(app, tenantId);
    await someSubscribers(app, tenantId, newsletterId, 2);
    await app.drain.runDue();
    let early = 0;
    let wrong = 0;
    for (const [text, month] of instants) {
      const at = new Date(text);
      const campaignId = await aDraft(client, newsletterId);
      const path = `/api/v1/campaigns/${campaignId}`;
      const plan = await client.post(`${path}/schedule`, { at: text });
      if (plan.status !== 200) throw new Error(`not planned for ${text}: ${plan.status}`);
      const before = sink.mails.length;
      clock.set(new Date(at.getTime() - 1));
      await app.drain.sweep();
      early += sink.mails.length - before;
      clock.set(at);
      await app.drain.runDue();
      clock.advance({ milliseconds: 50 });
      await app.drain.sweep();
      const answer = await client.get(path);
      const { progress } = answer.body as { progress: { firstMailAt: string } };
      const left = new Date(progress.firstMailAt);
      const right = left.getTime() === at.getTime() && monthInJapan(left) === month;
      if (!right || sink.mails.length - before !== 2) wrong++;
    }
    verdict(
      { case: 'calendar', instants: instants.length, early, wrong },
      early === 0 && wrong === 0,
    );
  } finally {
    await app.stop();
    await sink.stop();
    await cluster.stop();
  }
};
