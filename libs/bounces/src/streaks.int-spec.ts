import { MovableClock } from '#lib/kernel';
import { SubscriberLinks } from '#lib/subscribers';
import { aNewsletter, subscribersParts } from '#lib/subscribers/testing';
import { Database } from '#platform/database';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aReportOf, bounceScene, bouncesParts } from './testing.js';
import type { BounceScene } from './testing.js';

const clock = new MovableClock('2026-04-01T09:00:00+09:00');
const unknown = '550 5.1.1 User unknown';
const taro = 'taro@example.jp';

let sink: SmtpSink;
let app: TestApp;
let scene: BounceScene;

beforeAll(async () => {
  sink = await startSink();
  app = await startApp({
    modules: [...new Set([...bouncesParts.modules, ...subscribersParts.modules])],
    jobs: bouncesParts.jobs,
    pages: subscribersParts.pages,
    ...{ clock, env: { SMTP_URL: sink.url } },
  });
});

afterAll(async () => {
  await app.stop();
  await sink.stop();
});

beforeEach(async () => {
  scene = await bounceScene({ app, clock, sink });
});

const removals = async (): Promise<unknown> =>
  (await scene.tenant.client.get('/api/v1/bounces/removals')).body.items;

const sent = async (): Promise<string | undefined> => {
  const paths = await scene.sendCampaign();
  clock.advance({ hours: 1 });
  return paths.get(taro);
};

describe('the reason of a removal', () => {
  it('is that of the last strike, not of a refusal for the sender’s sake after it', async () => {
    const paths = [await sent(), await sent(), await sent()];
    await scene.report(await sent(), aReportOf('failed', '550 5.7.1 Rejected by policy'));
    for (const path of paths) await scene.report(path, aReportOf('failed', unknown));
    expect(await removals()).toMatchObject([{ reason: 'unknown-recipient' }]);
  });
});

describe('a streak', () => {
  it('goes on when its reader joins another list by the page of an older mail', async () => {
    const { tenantId } = scene.tenant;
    await scene.bouncedCampaign();
    await scene.bouncedCampaign();
    const other = await aNewsletter(app, tenantId, { slug: 'other' });
    const [row] = await app
      .get(Database)
      .asSystem((tx) =>
        tx.query<{ id: string }>(
          `SELECT subscriber_id AS id FROM bounce_reports WHERE tenant_id = $1`,
          [tenantId],
        ),
      );
    const links = app
      .get(SubscriberLinks)
      .of({ tenantId, subscriberId: row?.id ?? '', campaignId: null });
    const body = new URLSearchParams({ newsletter: scene.newsletterId });
    body.append('newsletter', other);
    const page = app.url + new URL(links.preferences).pathname;
    expect((await fetch(page, { method: 'POST', body })).status).toBe(200);
    await app.drain.runDue();
    clock.advance({ hours: 1 });
    await scene.bouncedCampaign();
    expect(await removals()).toMatchObject([{ maskedLine: 't***' }]);
  });
});
