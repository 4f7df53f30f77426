import type { TestClient } from '#lib/accounts/testing';
import { aDraft } from '#lib/campaigns/testing';
import { activeTenant, resumeTenant, suspendTenant } from '#lib/contracts/testing';
import type { TenantId } from '#lib/kernel';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { startCalendarPlatform } from '#test/platform';
import type { CalendarPlatform } from '#test/platform';
import { aReader } from '#test/reader';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const readers = ['ume@example.jp', 'take@example.jp', 'matsu@example.jp'];

let platform: CalendarPlatform;
let tenantId: TenantId;
let owner: TestClient;
let newsletterId: string;

beforeEach(async () => {
  platform = await startCalendarPlatform('2028-02-01T09:00:00+09:00');
  ({ tenantId, client: owner } = await activeTenant(platform, { slug: 'sakura' }));
  newsletterId = await aNewsletter(platform, tenantId);
  await someSubscribers(platform, tenantId, newsletterId, readers);
});

afterEach(() => platform.stop());

const scheduledAt = async (at: string): Promise<string> => {
  const id = await aDraft(owner, newsletterId);
  const { status } = await owner.post(`/api/v1/campaigns/${id}/schedule`, { at });
  expect(status).toBe(200);
  return id;
};

const read = async (id: string): Promise<Record<string, unknown>> =>
  (await owner.get(`/api/v1/campaigns/${id}`)).body as Record<string, unknown>;

const arrivals = (): string[] =>
  platform.mailbox.find().map(({ receivedAt }) => receivedAt.toISOString());

describe('a campaign on the calendar', () => {
  it.each([
    ['the last minute of 29 February', '2028-02-29T23:59:00+09:00'],
    ['the first minute of a month', '2028-03-01T00:00:00+09:00'],
    ['the last minute of the year of account', '2028-03-31T23:59:00+09:00'],
    ['the hour that New York skips', '2028-03-12T16:30:00+09:00'],
    ['the hour that New York has twice', '2028-11-05T14:30:00+09:00'],
  ])('planned for %s leaves once, at that instant', async (_, at) => {
    const id = await scheduledAt(at);
    const instant = new Date(at);
    await platform.until(new Date(instant.getTime() - 1).toISOString());
    expect(arrivals()).toEqual([]);
    await platform.until(new Date(instant.getTime() + 86_400_000).toISOString());
    expect(arrivals()).toEqual(readers.map(() => instant.toISOString()));
    expect(await read(id)).toMatchObject({
      status: 'sent',
      scheduledAtJst: at.slice(0, 16) + '+09:00',
      launchedAt: instant.toISOString(),
      progress: { candidates: 3, accepted: 3, equationHolds: true },
    });
  });

  it('waits while the contract is suspended, and leaves when it lives again within a day', async () => {
    const id = await scheduledAt('2028-02-10T09:00:00+09:00');
    await platform.until('2028-02-09T00:00:00+09:00');
    await suspendTenant(platform, tenantId);
    await platform.until('2028-02-11T08:59:00+09:00');
    expect([(await read(id))['status'], arrivals()]).toEqual(['held', []]);
    await resumeTenant(platform, tenantId);
    await platform.drain.runDue();
    expect((await read(id))['status']).toBe('sent');
    expect(arrivals()).toEqual(readers.map(() => '2028-02-10T23:59:00.000Z'));
  });

  it('is missed and never leaves when the contract lives again after more than a day', async () => {
    const id = await scheduledAt('2028-02-10T09:00:00+09:00');
    await suspendTenant(platform, tenantId);
    await platform.until('2028-02-11T09:01:00+09:00');
    await resumeTenant(platform, tenantId);
    await platform.until('2028-02-20T09:00:00+09:00');
    expect([(await read(id))['status'], arrivals()]).toEqual(['missed', []]);
  });

  it('leaves out who unsubscribed while their mail stood in the queue', async () => {
    const [leaving = ''] = readers;
    const earlier = await scheduledAt('2028-02-05T09:00:00+09:00');
    await platform.until('2028-02-05T10:00:00+09:00');
    const id = await aDraft(owner, newsletterId);
    await owner.post(`/api/v1/campaigns/${id}/send-now`);
    // The ledger is frozen and nothing has been handed over: the queue has not been looked at yet.
    const { progress } = await read(id);
    expect(progress).toMatchObject({ candidates: 3, queued: 3 });
    expect(await aReader(platform, leaving).oneClick()).toBe(200);
    await platform.until('2028-02-05T12:00:00+09:00');
    expect((await read(id))['progress']).toMatchObject({
      candidates: 3,
      accepted: 2,
      excluded: 1,
      equationHolds: true,
    });
    expect((await read(earlier))['progress']).toMatchObject({ accepted: 3 });
    expect(await aReader(platform, leaving).subjects()).toEqual([
      expect.stringContaining('停止しました'),
      '春のお知らせ',
    ]);
  });
});
