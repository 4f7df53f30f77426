import { activeTenant } from '#lib/contracts/testing';
import { SystemClock } from '#lib/kernel';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { eventually } from '#test/eventually';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDraft, campaignsParts } from './testing.js';

const readers = 60;
const arrivals: number[] = [];

let sink: SmtpSink;
let app: TestApp;

beforeAll(async () => {
  sink = await startSink({
    beforeDot: () => {
      arrivals.push(Date.now());
      return Promise.resolve();
    },
  });
  app = await startApp({
    ...campaignsParts,
    clock: new SystemClock(),
    queue: true,
    env: { SMTP_URL: sink.url },
  });
});

afterAll(async () => {
  await app.stop();
  await sink.stop();
});

describe('on the real queue', () => {
  it('leaves at its time and not before, is finished, and a cancelled one never leaves', async () => {
    const { tenantId, client } = await activeTenant(app);
    const newsletterId = await aNewsletter(app, tenantId);
    await someSubscribers(app, tenantId, newsletterId, readers);
    const began = Date.now();
    const [kept, cancelled] = [
      await aDraft(client, newsletterId),
      await aDraft(client, newsletterId),
    ];
    // A busy machine, which was slow in making the drafts, gets longer to schedule and cancel them in time.
    const at = new Date(Date.now() + 1500 + 10 * (Date.now() - began));
    for (const id of [kept, cancelled])
      await client.post(`/api/v1/campaigns/${id}/schedule`, { at: at.toISOString() });
    const stop = await client.post(`/api/v1/campaigns/${cancelled}/cancel`);
    expect(stop.body).toEqual({ status: 'cancelled', left: 0, inFlight: 0, cancelled: 0 });
    await eventually(async () => {
      const { body } = await client.get(`/api/v1/campaigns/${kept}`);
      expect(body.status).toBe('sent');
    });
    const { mails } = sink;
    expect(Math.min(...arrivals)).toBeGreaterThanOrEqual(at.getTime());
    expect([mails.length, new Set(mails.map(({ to }) => to)).size]).toEqual([readers, readers]);
    expect((await client.get(`/api/v1/campaigns/${cancelled}`)).body.status).toBe('cancelled');
  });
});
