import type { TestClient } from '#lib/accounts/testing';
import { aDraft } from '#lib/campaigns/testing';
import { activeTenant } from '#lib/contracts/testing';
import type { TenantId } from '#lib/kernel';
import { aNewsletter, readersOf, someSubscribers } from '#lib/subscribers/testing';
import { eventually } from '#test/eventually';
import { startCalendarPlatform } from '#test/platform';
import type { CalendarPlatform } from '#test/platform';
import { openTables } from '#test/tables';
import type { Tables } from '#test/tables';
import { afterAll, beforeAll, expect, it } from '@jest/globals';

let platform: CalendarPlatform;
let tables: Tables;
let owner: TestClient;
let newsletterId: string;
let tenantId: TenantId;

beforeAll(async () => {
  platform = await startCalendarPlatform('2026-02-26T09:00:00+09:00');
  tables = await openTables(platform.databaseUrl);
  const tenant = await activeTenant(platform, { slug: 'sakura' });
  owner = tenant.client;
  ({ tenantId } = tenant);
  newsletterId = await aNewsletter(platform, tenant.tenantId);
  const readers = ['bounce-goro@example.jp', 'refuse-rokuro@example.jp', 'hanako@example.jp'];
  await someSubscribers(platform, tenant.tenantId, newsletterId, readers);
});

afterAll(async () => {
  await tables.close();
  await platform.stop();
});

/** Reports come by SMTP, in their own time. */
const reportsCame = (count: number): Promise<void> =>
  eventually(async () => {
    expect(await tables.query('SELECT id FROM inbound_messages')).toHaveLength(count);
  });

const sendAt = async (at: string): Promise<unknown> => {
  const id = await aDraft(owner, newsletterId);
  await owner.post(`/api/v1/campaigns/${id}/schedule`, { at });
  await platform.until(at);
  const { body } = await owner.get(`/api/v1/campaigns/${id}`);
  const { candidates, accepted, refused } = (
    body as { progress: { candidates: number; accepted: number; refused: number } }
  ).progress;
  return { candidates, accepted, refused };
};

const removals = async (): Promise<unknown> => (await owner.get('/api/v1/bounces/removals')).body;

it('three campaigns in a row come back from two addresses: both are removed, the third stays', async () => {
  const sent = [await sendAt('2026-02-27T09:00:00+09:00')];
  await reportsCame(1);
  sent.push(await sendAt('2026-03-06T09:00:00+09:00'));
  await reportsCame(2);
  expect(await removals()).toEqual({ items: [], nextCursor: null });
  sent.push(await sendAt('2026-03-13T09:00:00+09:00'));
  await reportsCame(3);
  await platform.until('2026-03-17T09:00:00+09:00'); // 72 hours and more: the third has settled
  sent.push(await sendAt('2026-03-20T09:00:00+09:00'));
  const toAll = { candidates: 3, accepted: 2, refused: 1 };
  expect(sent).toEqual([toAll, toAll, toAll, { candidates: 1, accepted: 1, refused: 0 }]);
  const { items } = (await removals()) as { items: { address: string; reason: string }[] };
  expect(JSON.stringify(items)).toContain('"b***"');
  expect(JSON.stringify(items)).toContain('"r***"');
  expect(items).toHaveLength(2);
});

it('nothing of the removed addresses is kept but a line with its beginning', async () => {
  const people = await readersOf(platform, tenantId);
  expect(people.map(({ address }) => address).sort()).toEqual(['hanako@example.jp', null, null]);
  const traces: string[] = [];
  for (const { name } of await tables.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
  )) {
    const [found] = await tables.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${name} t WHERE t::text ~ '(goro|rokuro)@'`,
    );
    if (found?.count) traces.push(name);
  }
  expect(traces).toEqual([]);
});
