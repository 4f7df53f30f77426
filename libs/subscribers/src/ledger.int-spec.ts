import { activeTenant } from '#lib/contracts/testing';
import { emailAddress } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ActiveCount, RemoveForBounces, SubscriberLinks, UnsubscribeByToken } from './index.js';
import { Addresses } from './store/addresses.js';
import { aNewsletter, someSubscribers } from './testing.js';
import { subscribersScene } from './testing/subscribers-scene.js';
import type { SubscribersScene } from './testing/subscribers-scene.js';

let { app, clock, stop } = {} as SubscribersScene;
let tenantId: TenantId;
let newsletters: string[];

beforeAll(async () => {
  ({ app, clock, stop } = await subscribersScene('2020-01-01T00:00:00+09:00'));
});

afterAll(() => stop());

beforeEach(async () => {
  ({ tenantId } = await activeTenant(app));
  newsletters = [];
  for (const slug of ['one', 'two', 'three'])
    newsletters.push(await aNewsletter(app, tenantId, { slug, title: slug }));
});

const newsletter = (i: number): string => newsletters[i] ?? '';

const find = (address: string): Promise<string | undefined> =>
  app
    .get(Database)
    .inTenant(tenantId, (tx) => app.get(Addresses).find(tx, tenantId, emailAddress(address)));

const join = (i: number, ...addresses: string[]): Promise<void> =>
  someSubscribers(app, tenantId, newsletter(i), addresses);

const leave = async (i: number | null, address: string): Promise<void> => {
  const subscriberId = (await find(address)) ?? '';
  const newsletterId = i === null ? null : newsletter(i);
  const person = { tenantId, subscriberId, newsletterId, campaignId: null };
  const token = app.get(SubscriberLinks).of(person).oneClick.split('/').at(-1) ?? '';
  await app.get(UnsubscribeByToken).execute({ token, method: 'one-click' });
};

const countAt = (at: Date | string): Promise<number> =>
  app.get(Database).inTenant(tenantId, (tx) => app.get(ActiveCount).at(tx, tenantId, new Date(at)));

/** Who reads which newsletter and who waits, by the days' tally or by counting. */
const tallied = (table: 'newsletter_days' | 'subscriptions'): Promise<unknown[]> => {
  const count = (status: string): string =>
    table === 'newsletter_days'
      ? `sum(${status})::int AS ${status}`
      : `count(*) FILTER (WHERE status = '${status}')::int AS ${status}`;
  return app
    .get(Database)
    .inTenant(tenantId, (tx) =>
      tx.query(
        `SELECT newsletter_id, ${count('active')}, ${count('pending')} FROM ${table} GROUP BY 1 ORDER BY 1`,
      ),
    );
};

describe('the count of active people (T5)', () => {
  it('is taken after the events of its instant', async () => {
    clock.set('2026-06-20T10:00:00+09:00');
    await join(0, 'a@example.jp', 'b@example.jp', 'c@example.jp');
    clock.set('2026-07-01T00:00:00.000+09:00');
    await leave(0, 'a@example.jp');
    clock.set('2026-07-01T00:00:00.001+09:00');
    await leave(0, 'b@example.jp');
    clock.set('2026-07-31T23:59:59.999+09:00');
    await join(0, 'd@example.jp');
    clock.set('2026-08-01T00:00:00.000+09:00');
    await join(0, 'e@example.jp');
    const instants: [string, number][] = [
      ['2026-06-20T09:59:59.999+09:00', 0],
      ['2026-06-30T23:59:59.999+09:00', 3],
      ['2026-07-01T00:00:00.000+09:00', 2],
      ['2026-07-01T00:00:00.001+09:00', 1],
      ['2026-07-31T23:59:59.998+09:00', 1],
      ['2026-07-31T23:59:59.999+09:00', 2],
      ['2026-08-01T00:00:00.000+09:00', 3],
    ];
    for (const [at, count] of instants) expect([at, await countAt(at)]).toEqual([at, count]);
  });

  it('counts one address on two newsletters once, until the last ends', async () => {
    await join(0, 'taro@example.jp');
    await join(1, 'TARO@example.jp');
    const two = await countAt(clock.now());
    await leave(0, 'taro@example.jp');
    const one = await countAt(clock.now());
    await leave(1, 'taro@example.jp');
    expect([two, one, await countAt(clock.now())]).toEqual([1, 1, 0]);
  });

  it('equals a count made from the history itself, whatever happens', async () => {
    const step = fc.record({
      who: fc.integer({ min: 0, max: 3 }),
      list: fc.integer({ min: 0, max: 2 }),
      what: fc.constantFrom(
        'join' as const,
        'leave' as const,
        'leave-all' as const,
        'bounce' as const,
      ),
      waitMs: fc.constantFrom(0, 1, 86_400_000 * 3, 86_400_000 * 8),
    });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        run++;
        const reading = new Map<string, Set<number>>();
        const history: [Date, number][] = [];
        const base = await countAt(clock.now());
        for (const { who, list, what, waitMs } of steps) {
          clock.advance({ milliseconds: waitMs });
          await app.drain.sweep();
          const address = `p${run}-${who}@example.jp`;
          const lists = reading.get(address) ?? new Set<number>();
          reading.set(address, lists);
          if (what === 'join' && !lists.has(list)) {
            await join(list, address);
            lists.add(list);
          } else if (what === 'leave' && lists.delete(list)) await leave(list, address);
          else if (what === 'leave-all' && lists.size > 0) {
            await leave(null, address);
            lists.clear();
          } else if (what === 'bounce' && lists.size > 0) {
            const subscriberId = (await find(address)) ?? '';
            await app
              .get(Database)
              .inTenant(tenantId, (tx) =>
                app.get(RemoveForBounces).within(tx, { tenantId, subscriberId }),
              );
            lists.clear();
          }
          const people = [...reading.values()].filter((each) => each.size > 0).length;
          history.push([clock.now(), base + people]);
        }
        const last = new Map(history.map(([at, count]) => [at.getTime(), count]));
        for (const [at, count] of last)
          expect([at, await countAt(new Date(at))]).toEqual([at, count]);
        expect(await tallied('newsletter_days')).toEqual(await tallied('subscriptions'));
      }),
      { numRuns: 20 },
    );
  });
});

describe('removal for bounces', () => {
  it('takes the person off all lists, erases the address and keeps a hash', async () => {
    await join(0, 'taro@example.jp');
    await join(1, 'taro@example.jp');
    const subscriberId = (await find('taro@example.jp')) ?? '';
    const removed = await app.get(Database).inTenant(tenantId, async (tx) => [
      await app.get(RemoveForBounces).within(tx, { tenantId, subscriberId }),
      await app.get(RemoveForBounces).within(tx, { tenantId, subscriberId }),
      await tx.query(`SELECT address, fields, field_tokens FROM subscribers`),
      await tx.query(`SELECT reason FROM suppressions`),
      await tx.query(`SELECT from_status, to_status, delta FROM subscriber_changes
                       WHERE from_status IN ('active', 'removed_bounce') ORDER BY id`),
    ]);
    expect(removed).toEqual([
      true,
      false,
      [{ address: null, fields: null, field_tokens: [] }],
      [{ reason: 'removed_bounce' }],
      [
        { from_status: 'active', to_status: 'removed_bounce', delta: 0 },
        { from_status: 'active', to_status: 'removed_bounce', delta: -1 },
        { from_status: 'removed_bounce', to_status: 'erased', delta: 0 },
        { from_status: 'removed_bounce', to_status: 'erased', delta: 0 },
      ],
    ]);
    expect(await find('taro@example.jp')).toBeUndefined();
    await join(0, 'taro@example.jp');
    expect(await countAt(clock.now())).toBe(1);
  });
});

describe('the ledger', () => {
  it('cannot be rewritten, and neither can a published form', async () => {
    await join(0, 'taro@example.jp');
    const attempt = (sql: string): Promise<unknown> =>
      app.get(Database).inTenant(tenantId, (tx) => tx.execute(sql));
    await expect(attempt(`UPDATE subscriber_changes SET delta = 0`)).rejects.toThrow('permission');
    await expect(attempt(`DELETE FROM subscriber_changes`)).rejects.toThrow('permission');
    await expect(attempt(`UPDATE consent_records SET at = now()`)).rejects.toThrow('permission');
    await expect(attempt(`UPDATE form_versions SET content = '{}'`)).rejects.toThrow('immutable');
  });
});
