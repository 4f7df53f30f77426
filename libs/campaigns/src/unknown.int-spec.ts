import type { TestClient } from '#lib/accounts/testing';
import { activeTenant } from '#lib/contracts/testing';
import { MovableClock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import type { SinkAct, SinkMoment, SinkStep, SmtpSink } from '#test/smtp-sink';
import { aDraft, campaignsParts } from './testing.js';

const clock = new MovableClock('2026-04-01T09:00:00+09:00');
let act: (step: SinkStep, moment: SinkMoment) => SinkAct = () => undefined;
let sink: SmtpSink;
let app: TestApp;
let client: TestClient;
let tenantId: TenantId;
let newsletterId: string;

beforeAll(async () => {
  sink = await startSink({ act: (step, moment) => act(step, moment) });
  app = await startApp({ ...campaignsParts, clock, env: { SMTP_URL: sink.url } });
});

afterAll(async () => {
  await app.stop();
  await sink.stop();
});

beforeEach(async () => {
  act = () => undefined;
  sink.mails.length = 0;
  ({ tenantId, client } = await activeTenant(app));
  newsletterId = await aNewsletter(app, tenantId);
});

const sendTo = async (readers: number): Promise<string> => {
  await someSubscribers(app, tenantId, newsletterId, readers);
  await app.drain.runDue();
  const campaignId = await aDraft(client, newsletterId);
  await client.post(`/api/v1/campaigns/${campaignId}/send-now`);
  await app.drain.runDue();
  return campaignId;
};

const statusOf = async (campaignId: string): Promise<unknown> =>
  ((await client.get(`/api/v1/campaigns/${campaignId}`)).body as { status: string }).status;

describe('mails of unknown fate', () => {
  const withTwoUnknown = async (): Promise<string> => {
    act = (step, { to }) => (step === 'dot' && /^reader[12]@/.test(to) ? 'cut' : undefined);
    const campaignId = await sendTo(9);
    act = () => undefined;
    return campaignId;
  };
  const two = [{ reason: 'connection-lost', count: 2 }];

  it('are sent again when a member says so', async () => {
    const path = `/api/v1/campaigns/${await withTwoUnknown()}/unknown`;
    expect((await client.get(path)).body).toEqual({ count: 2, undecided: 2, reasons: two });
    expect((await client.post(`${path}/send-again`)).body).toEqual({ decided: 2 });
    await app.drain.runDue();
    expect((await client.get(path)).body).toEqual({ count: 0, undecided: 0, reasons: [] });
    expect(sink.mails.length).toBe(11);
  });

  it('are left as they are when a member says so, and may still be sent again', async () => {
    const path = `/api/v1/campaigns/${await withTwoUnknown()}/unknown`;
    expect((await client.post(`${path}/leave`)).body).toEqual({ decided: 2 });
    expect((await client.post(`${path}/leave`)).body).toEqual({ decided: 0 });
    expect((await client.get(path)).body).toEqual({ count: 2, undecided: 0, reasons: two });
    expect(sink.mails.length).toBe(9);
    expect((await client.post(`${path}/send-again`)).body).toEqual({ decided: 2 });
    await app.drain.runDue();
    expect(sink.mails.length).toBe(11);
  });

  it('do not exist before a launch', async () => {
    const campaignId = await aDraft(client, newsletterId);
    const { status, body } = await client.get(`/api/v1/campaigns/${campaignId}/unknown`);
    expect([status, body]).toMatchObject([404, { code: 'delivery.no-mailing' }]);
  });
});

describe('a campaign that receivers refuse as a whole', () => {
  it('stands still after at most fifty and what was under way, and goes on when it is mended', async () => {
    let taken = 0;
    act = (step) => (step === 'dot' && ++taken > 30 ? '550 5.7.1 blocked by policy' : undefined);
    const campaignId = await sendTo(400);
    const { body } = await client.get(`/api/v1/campaigns/${campaignId}`);
    const { accepted, refused } = (body as { progress: { accepted: number; refused: number } })
      .progress;
    expect([await statusOf(campaignId), accepted]).toEqual(['paused', 30]);
    expect(refused).toBeGreaterThanOrEqual(50);
    expect(refused).toBeLessThanOrEqual(90);
    act = () => undefined;
    await client.post(`/api/v1/campaigns/${campaignId}/resume`);
    await app.drain.runDue();
    expect([await statusOf(campaignId), sink.mails.length]).toEqual(['sent', 400 - refused]);
  });
});
