import { operatorClient } from '#lib/accounts/testing';
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
let sink: SmtpSink;
let app: TestApp;
let client: TestClient;
let operator: TestClient;
let tenantId: TenantId;
let newsletterId: string;

beforeAll(async () => {
  const act = (step: SinkStep, { to }: SinkMoment): SinkAct =>
    step === 'RCPT' && to.startsWith('reader') ? '451 4.3.0 later' : undefined;
  sink = await startSink({ act });
  app = await startApp({ ...campaignsParts, clock, env: { SMTP_URL: sink.url } });
  operator = await operatorClient(app, 'admin');
});

afterAll(async () => {
  await app.stop();
  await sink.stop();
});

beforeEach(async () => {
  ({ tenantId, client } = await activeTenant(app));
  newsletterId = await aNewsletter(app, tenantId);
  await someSubscribers(app, tenantId, newsletterId, 5);
});

/** Five readers whose server takes no mail for now. */
const sending = async (): Promise<string> => {
  const campaignId = await aDraft(client, newsletterId);
  await client.post(`/api/v1/campaigns/${campaignId}/send-now`);
  await app.drain.runDue();
  return campaignId;
};

describe('an operator', () => {
  it('pauses and stops a campaign and says why', async () => {
    const campaignId = await sending();
    const path = `/api/v1/operator/tenants/${tenantId}/campaigns/${campaignId}`;
    const reason = '迷惑メールの通報が多いため';
    expect((await operator.post(`${path}/pause`, { reason })).body).toMatchObject({
      status: 'paused',
    });
    clock.advance({ seconds: 1 });
    expect((await operator.post(`${path}/abort`, { reason })).body).toEqual({
      status: 'aborted',
      left: 0,
      inFlight: 0,
      cancelled: 5,
    });
    const trail = await client.get('/api/v1/audit');
    const entries = (trail.body as { items: Record<string, unknown>[] }).items;
    expect(entries.filter(({ actorKind }) => actorKind === 'operator')).toMatchObject([
      { action: 'campaign.aborted', details: { reason } },
      { action: 'campaign.halted', details: { reason } },
    ]);
    expect((await operator.post(`${path}/abort`, {})).status).toBe(422);
    const inbox = (await client.get('/api/v1/notices')).body.items as { subject: string }[];
    expect(inbox.slice(0, 2).map(({ subject }) => subject)).toEqual([
      '配信を中止しました',
      '配信を一時停止しました',
    ]);
  });

  it("sees a tenant's campaigns without their words, and those that have not begun", async () => {
    const path = `/api/v1/operator/tenants/${tenantId}/campaigns`;
    const draft = await aDraft(client, newsletterId);
    const planned = await aDraft(client, newsletterId);
    const at = new Date(clock.now().getTime() + 7_200_000).toISOString();
    await client.post(`/api/v1/campaigns/${planned}/schedule`, { at });
    const line = {
      ...{ id: planned, status: 'scheduled', halted: false, underReview: false, heldBy: [] },
      ...{ scheduledAt: at, launchedAt: null, progress: null },
    };
    const linesOf = async (state: string): Promise<{ id: string }[]> =>
      (await operator.get(`${path}?state=${state}&limit=100`)).body.items as { id: string }[];
    expect((await linesOf('live'))[0]).toEqual(line);
    expect((await linesOf('all')).map(({ id }) => id)).not.toContain(draft);
    const reason = '契約者のご依頼により';
    const nothing = { left: 0, inFlight: 0, cancelled: 0 };
    const stopped = await operator.post(`${path}/${planned}/abort`, { reason });
    expect(stopped.body).toEqual({ status: 'cancelled', ...nothing });
    expect((await operator.get(`${path}/${planned}`)).body).toMatchObject({
      ...{ ...line, status: 'cancelled' },
      history: [
        { event: 'scheduled', actorKind: 'member' },
        { event: 'cancelled', actorKind: 'operator' },
      ],
    });
    const { items } = (await client.get('/api/v1/notices')).body as { items: { id: string }[] };
    const { body } = await client.get(`/api/v1/notices/${items[0]?.id ?? ''}`);
    expect(body).toMatchObject({
      subject: '予約した配信を取り消しました',
      text: expect.stringContaining(`理由: ${reason}`) as unknown,
    });
  });

  it.each(['it', 'the tenant'])(
    'alone lets go on what %s had paused and it stopped',
    async (first) => {
      const campaignId = await sending();
      const path = `/api/v1/operator/tenants/${tenantId}/campaigns/${campaignId}`;
      const reason = '確認のため';
      const own = `/api/v1/campaigns/${campaignId}`;
      if (first === 'the tenant') await client.post(`${own}/pause`);
      expect((await client.get(own)).body.halted).toBe(false);
      await operator.post(`${path}/pause`, { reason });
      await operator.post(`${path}/pause`, { reason });
      const refused = await client.post(`${own}/resume`);
      const { body } = await client.get(own);
      expect([refused.status, refused.body.code, body.status, body.halted]).toEqual([
        409,
        'campaign.halted',
        'paused',
        true,
      ]);
      const events = (await client.get(`${own}/history`)).body.items as { event: string }[];
      expect(events.filter(({ event }) => event === 'halted')).toHaveLength(1);
      expect((await operator.post(`${path}/resume`, { reason })).body.status).toBe('sending');
      // What the tenant pauses from here on is its own again.
      await client.post(`${own}/pause`);
      expect((await client.post(`${own}/resume`)).body).toMatchObject({
        status: 'sending',
        halted: false,
      });
    },
  );
});
