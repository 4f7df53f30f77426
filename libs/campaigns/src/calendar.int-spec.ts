import { activeTenant } from '#lib/contracts/testing';
import { MovableClock } from '#lib/kernel';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { startApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import { expect, it } from '@jest/globals';
import { aDraft, campaignsParts } from './testing.js';

it('sends once at instants that calendars find hard, shown in Japanese time', async () => {
  const clock = new MovableClock('2028-01-31T12:00:00+09:00');
  const sink = await startSink();
  const app = await startApp({ ...campaignsParts, clock, env: { SMTP_URL: sink.url } });
  const { tenantId, client } = await activeTenant(app);
  const newsletterId = await aNewsletter(app, tenantId);
  await someSubscribers(app, tenantId, newsletterId, ['taro@example.jp']);
  await app.drain.runDue();
  const story: unknown[] = [];
  for (const at of [
    '2028-01-31T23:59:59.900+09:00', // the last moment of a month
    '2028-02-29T09:00:00+09:00', // leap day
    '2028-03-12T02:30:00-05:00', // an hour that clocks in New York skip
    '2028-11-05T01:30:00-04:00', // an hour that they have twice
  ]) {
    const id = await aDraft(client, newsletterId);
    await client.post(`/api/v1/campaigns/${id}/schedule`, { at });
    clock.set(at);
    await app.drain.sweep();
    const { body } = await client.get(`/api/v1/campaigns/${id}`);
    story.push([body.status, body.launchedAt, body.scheduledAtJst, sink.mails.splice(0).length]);
  }
  await app.stop();
  await sink.stop();
  expect(story).toEqual([
    ['sent', '2028-01-31T14:59:59.900Z', '2028-01-31T23:59+09:00', 1],
    ['sent', '2028-02-29T00:00:00.000Z', '2028-02-29T09:00+09:00', 1],
    ['sent', '2028-03-12T07:30:00.000Z', '2028-03-12T16:30+09:00', 1],
    ['sent', '2028-11-05T05:30:00.000Z', '2028-11-05T14:30+09:00', 1],
  ]);
});
