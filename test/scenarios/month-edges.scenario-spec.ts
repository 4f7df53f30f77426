import { activeTenant } from '#lib/contracts/testing';
import type { TenantId } from '#lib/kernel';
import { ActiveCount } from '#lib/subscribers';
import { aNewsletter } from '#lib/subscribers/testing';
import { Database } from '#platform/database';
import { startCalendarPlatform } from '#test/platform';
import type { CalendarPlatform } from '#test/platform';
import { aReader } from '#test/reader';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

let platform: CalendarPlatform;
let tenantId: TenantId;

beforeEach(async () => {
  platform = await startCalendarPlatform('2026-01-31T12:00:00+09:00');
  ({ tenantId } = await activeTenant(platform, { slug: 'sakura' }));
  await aNewsletter(platform, tenantId);
});

afterEach(() => platform.stop());

const form = '/t/sakura/news';

/** How many read at the last instant of a month and at the first of the next, in Japan. */
const countsAround = (firstOfMonth: string): Promise<number[]> =>
  platform.get(Database).inTenant(tenantId, async (tx) => {
    const edge = new Date(`${firstOfMonth}T00:00:00+09:00`);
    const count = platform.get(ActiveCount);
    return [
      await count.at(tx, tenantId, new Date(edge.getTime() - 1)),
      await count.at(tx, tenantId, edge),
    ];
  });

describe('the count of readers at the edge of a month', () => {
  it('asked for on 31 January 23:59:59.9, confirmed on 1 February: counts in February', async () => {
    const reader = aReader(platform, 'hanako@example.jp');
    await platform.until('2026-01-31T23:59:59.900+09:00');
    await reader.signUp(form);
    await platform.until('2026-02-01T00:00:00+09:00');
    expect(await reader.press('confirm')).toBe(200);
    expect(await countsAround('2026-02-01')).toEqual([0, 1]);
  });

  it('confirmed at 23:59:59.9 and gone at 00:00:00.1: counts in January, at the edge, and no more', async () => {
    const reader = aReader(platform, 'taro@example.jp');
    await reader.signUp(form);
    await platform.until('2026-01-31T23:59:59.900+09:00');
    await reader.press('confirm');
    await platform.until('2026-02-01T00:00:00.100+09:00');
    expect(await reader.press('u')).toBe(200);
    expect(await countsAround('2026-02-01')).toEqual([1, 1]);
    expect(await countsAround('2026-03-01')).toEqual([0, 0]);
  });

  it('gone on 28 February and back by the undo link in March: counts again from that instant', async () => {
    const reader = aReader(platform, 'jiro@example.jp');
    await reader.signUp(form);
    await reader.press('confirm');
    await platform.until('2026-02-28T23:59:00+09:00');
    await reader.press('u');
    await platform.until('2026-03-01T08:00:00+09:00');
    expect(await reader.press('undo')).toBe(200);
    await platform.until('2026-03-31T23:00:00+09:00');
    expect([
      await countsAround('2026-02-01'),
      await countsAround('2026-03-01'),
      await countsAround('2026-04-01'),
    ]).toEqual([
      [1, 1],
      [0, 0],
      [1, 1],
    ]);
  });

  it('confirmed after 24 hours and a minute: counts never', async () => {
    const reader = aReader(platform, 'saburo@example.jp');
    await reader.signUp(form);
    await platform.until('2026-02-01T12:01:00+09:00');
    expect(await reader.press('confirm')).toBe(404);
    expect(await countsAround('2026-03-01')).toEqual([0, 0]);
  });
});
