import { operatorClient } from '#lib/accounts/testing';
import { aDraft } from '#lib/campaigns/testing';
import { activeTenant } from '#lib/contracts/testing';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { startCalendarPlatform } from '#test/platform';
import type { CalendarPlatform } from '#test/platform';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { afterAll, beforeAll, expect, it } from '@jest/globals';

let sink: SmtpSink;
let platform: CalendarPlatform;
let isBusy = true;

beforeAll(async () => {
  sink = await startSink({
    act: (step, { to }) => {
      if (step !== 'RCPT') return undefined;
      if (to.startsWith('gone')) return '550 5.1.1 User unknown';
      return isBusy && to.startsWith('busy') ? '451 4.3.2 Come later' : undefined;
    },
  });
  platform = await startCalendarPlatform('2026-04-01T09:00:00+09:00', { SMTP_URL: sink.url });
});

afterAll(async () => {
  await platform.stop();
  await sink.stop();
});

const named = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${name}${i}@example.jp`);

it('a campaign of which 20 of 200 mails come back is paused until an operator releases it', async () => {
  const operator = await operatorClient(platform);
  const { tenantId, client: owner } = await activeTenant(platform);
  const newsletterId = await aNewsletter(platform, tenantId);
  const readers = [...named('gone', 20), ...named('reader', 180), ...named('busy', 5)];
  await someSubscribers(platform, tenantId, newsletterId, readers);
  const id = await aDraft(owner, newsletterId);
  const status = async (): Promise<unknown> =>
    (await owner.get(`/api/v1/campaigns/${id}`)).body.status;

  await owner.post(`/api/v1/campaigns/${id}/send-now`, {});
  await platform.until('2026-04-01T09:00:10+09:00');
  expect(await status()).toBe('paused');
  expect((await owner.post(`/api/v1/campaigns/${id}/resume`, {})).body).toMatchObject({
    code: 'delivery.mailing-held',
  });
  expect((await owner.get(`/api/v1/bounces?campaignId=${id}&limit=200`)).body).toMatchObject({
    items: named('gone', 20).map(() => ({
      maskedLine: 'g***@example.jp',
      reason: 'unknown-recipient',
      severity: 'hard',
    })),
    nextCursor: null,
  });

  isBusy = false;
  const { body } = await operator.get('/api/v1/operator/quality-gates');
  const [gate] = (body as { items: { id: string; campaignId: string }[] }).items;
  expect(gate).toMatchObject({ campaignId: id, sent: 200, bounced: 20, complained: 0 });
  await operator.post(`/api/v1/operator/quality-gates/${gate?.id ?? ''}/release`, {
    reason: '一覧を確認しました',
  });
  await platform.until('2026-04-02T09:00:00+09:00');
  expect((await owner.get(`/api/v1/campaigns/${id}`)).body).toMatchObject({
    status: 'sent',
    progress: { candidates: 205, accepted: 185, refused: 20, equationHolds: true },
  });
});
