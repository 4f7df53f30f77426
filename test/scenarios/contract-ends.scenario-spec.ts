import { operatorClient } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { readyToInvoice } from '#lib/billing/testing';
import { aDraft } from '#lib/campaigns/testing';
import { contractOf, withSender } from '#lib/contracts/testing';
import { PlainDate } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Letters } from '#lib/notices';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { startCalendarPlatform } from '#test/platform';
import type { CalendarPlatform } from '#test/platform';
import { afterEach, describe, expect, it } from '@jest/globals';

let platform: CalendarPlatform;

afterEach(() => platform.stop());

/** Lets the clock stand at that instant, and does what is due by then. */
const until = async (instant: string): Promise<void> => {
  platform.clock.set(instant);
  await platform.drain.runDue();
  await platform.drain.sweep();
};

interface Scene {
  readonly tenantId: TenantId;
  readonly owner: TestClient;
  readonly operator: TestClient;
  readonly contract: () => Promise<Record<string, unknown>>;
}

/** A tenant whose service starts on that day, at nine in the morning of it. */
const served = async (from: string): Promise<Scene> => {
  platform = await startCalendarPlatform(`${from}T09:00:00+09:00`);
  await readyToInvoice(platform, from.slice(0, 7));
  const { tenantId, client: owner } = await contractOf(platform, PlainDate.from(from));
  await withSender(platform, tenantId);
  const operator = await operatorClient(platform, 'billing');
  const path = `/api/v1/operator/tenants/${tenantId}/contract`;
  const contract = async (): Promise<Record<string, unknown>> =>
    (await operator.get(path)).body as Record<string, unknown>;
  return { tenantId, owner, operator, contract };
};

/** Posts the letter of that kind, today, and has it delivered on that day. */
const post = async (kind: string, deliveredOn: string): Promise<void> => {
  const letters = platform.get(Letters);
  const letter = (await letters.list()).find((one) => one.kind === kind);
  await letters.posted(letter?.id ?? '');
  await letters.delivered(letter?.id ?? '', PlainDate.from(deliveredOn));
};

describe('a tenant gives notice', () => {
  it('an instant too late: the contract is renewed once, serves to its last millisecond and is over', async () => {
    const { tenantId, owner, contract } = await served('2027-08-31');
    const newsletterId = await aNewsletter(platform, tenantId);
    await someSubscribers(platform, tenantId, newsletterId, ['ume@example.jp']);
    const plan = async (at: string): Promise<string> => {
      const id = await aDraft(owner, newsletterId);
      expect((await owner.post(`/api/v1/campaigns/${id}/schedule`, { at })).status).toBe(200);
      return id;
    };
    await until('2028-02-01T00:00:00+09:00');
    const preview = await owner.get('/api/v1/contract/notice-preview');
    expect(preview.body).toMatchObject({ minimumTermEnd: '2028-02-29', endDate: '2028-03-31' });
    const given = await owner.post('/api/v1/contract/end-notices', {});
    expect(given.body).toMatchObject({ endDate: '2028-03-31', ending: true });
    const last = await plan('2028-03-31T23:59:00+09:00');
    const afterwards = await aDraft(owner, newsletterId);
    const late = await owner.post(`/api/v1/campaigns/${afterwards}/schedule`, {
      at: '2028-04-01T00:00:00+09:00',
    });
    expect([late.status, late.body.code]).toEqual([403, 'campaign.contract-inactive']);

    await until('2028-03-31T23:59:00+09:00');
    expect(platform.mailbox.find({ to: 'ume@example.jp' })).toHaveLength(1);
    expect((await owner.get(`/api/v1/campaigns/${last}`)).body).toMatchObject({ status: 'sent' });
    expect(await contract()).toMatchObject({ status: 'active' });
    await until('2028-04-01T00:00:00+09:00');
    expect(await contract()).toMatchObject({
      status: 'terminated',
      endDate: '2028-03-31',
      eraseServiceDataBy: '2028-04-07',
    });
    expect((await owner.get('/api/v1/contract')).status).toBe(401);
  });

  it('in time in a leap year: it ends with 29 February', async () => {
    const { owner, contract } = await served('2027-08-31');
    await until('2028-01-31T23:59:59.999+09:00');
    const given = await owner.post('/api/v1/contract/end-notices', {});
    expect(given.body).toMatchObject({ endDate: '2028-02-29' });
    await until('2028-03-01T00:00:00+09:00');
    expect(await contract()).toMatchObject({ status: 'terminated', endDate: '2028-02-29' });
  });
});

describe('the operator', () => {
  it('asks for a cure by letter, waits for its days, and ends the contract; what was planned is cancelled', async () => {
    const { tenantId, owner, operator, contract } = await served('2026-01-05');
    const newsletterId = await aNewsletter(platform, tenantId);
    await someSubscribers(platform, tenantId, newsletterId, ['ume@example.jp']);
    const planned = await aDraft(owner, newsletterId);
    await owner.post(`/api/v1/campaigns/${planned}/schedule`, { at: '2026-03-01T09:00:00+09:00' });
    const path = `/api/v1/operator/tenants/${tenantId}/contract`;
    const asked = await operator.post(`${path}/cure-notices`, {
      breach: '特定電子メール法の表示義務に反する配信',
      prohibitedActs: ['P14'],
    });
    const terminate = async (): Promise<number> =>
      (await operator.post(`${path}/cure-notices/${asked.body.id}/terminate`)).status;
    await until('2026-02-01T12:00:00+09:00');
    expect(await terminate()).toBe(409); // the letter has not arrived, so no day has begun
    await post('contracts.cure-notice', '2026-02-01');
    await until('2026-02-15T23:59:59.999+09:00');
    expect(await terminate()).toBe(409);
    await until('2026-02-16T00:00:00+09:00');
    expect(await terminate()).toBe(204);
    await until('2026-03-02T00:00:00+09:00');
    expect(await contract()).toMatchObject({
      status: 'terminated',
      endDate: '2026-02-16',
      endReason: 'breach',
    });
    expect(platform.mailbox.find({ to: 'ume@example.jp' })).toEqual([]);
  });

  it('gives notice of non-renewal that arrives on the first of a month: the next month is the last', async () => {
    const { tenantId, operator, contract } = await served('2026-01-01');
    const path = `/api/v1/operator/tenants/${tenantId}/contract`;
    await until('2026-07-31T12:00:00+09:00');
    await operator.post(`${path}/end-notices`, { reason: '提供の終了' });
    await until('2026-08-01T10:00:00+09:00');
    await post('contracts.operator-termination', '2026-08-01');
    await until('2026-08-02T10:00:00+09:00');
    expect(await contract()).toMatchObject({ status: 'active', endDate: '2026-09-30' });
    await until('2026-10-01T00:00:00+09:00');
    expect(await contract()).toMatchObject({ status: 'terminated', endReason: 'operator-notice' });
  });
});
