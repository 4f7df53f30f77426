import { activeTenant } from '#lib/contracts/testing';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aDraft, campaignsParts, race } from './testing.js';

let sink: SmtpSink;
let app: TestApp;

beforeAll(async () => {
  sink = await startSink();
  app = await startApp({ ...campaignsParts, env: { SMTP_URL: sink.url, SMTP_CONNECTIONS: '4' } });
});

afterAll(async () => {
  await app.stop();
  await sink.stop();
});

it.each([1, 2, 3])(
  'ends 500 racing wishes in one state, nobody mailed twice (round %i)',
  async () => {
    const { tenantId, client } = await activeTenant(app);
    const newsletterId = await aNewsletter(app, tenantId);
    await someSubscribers(app, tenantId, newsletterId, 30);
    const campaignId = await aDraft(client, newsletterId);
    await app.drain.runDue();
    sink.mails.length = 0;
    const result = await race({
      app,
      client,
      campaignId,
      mailed: () => sink.mails.map(({ to }) => to),
      calls: 500,
    });
    expect(result.faults).toEqual([]);
  },
);
