import { MovableClock, YearMonth, jstDate, startOfJstMonth } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { registeredTenant } from '#lib/accounts/testing';
import { Database } from '#platform/database';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Peaks } from './peaks.js';
import type { PeakSoFar } from './peaks.js';
import { billingParts } from './testing/billing-parts.js';
import { headcount } from './testing/headcount.js';

const july = YearMonth.from('2026-07');
const clock = new MovableClock('2026-08-01T00:05:00+09:00');
let test: TestApp;

beforeAll(async () => {
  test = await startApp({ ...billingParts, clock });
});

afterAll(() => test.stop());

const peakOf = (tenantId: TenantId, month = july): Promise<PeakSoFar> =>
  test.get(Database).asSystem((tx) => test.get(Peaks).of(tx, tenantId, month));

describe('the peak of July (T5)', () => {
  const ten = { at: '2026-06-01T00:00:00+09:00', delta: 10 };
  it.each([
    ['one leaves as the month begins', [{ at: '2026-07-01T00:00:00.000+09:00', delta: -1 }], 9],
    ['one leaves a millisecond later', [{ at: '2026-07-01T00:00:00.001+09:00', delta: -1 }], 10],
    ['one comes in the last millisecond', [{ at: '2026-07-31T23:59:59.999+09:00', delta: 1 }], 11],
    ['one comes as August begins', [{ at: '2026-08-01T00:00:00.000+09:00', delta: 1 }], 10],
    [
      'some leave and come back',
      [
        { at: '2026-07-05T12:00:00+09:00', delta: -5 },
        { at: '2026-07-06T12:00:00+09:00', delta: 3 },
      ],
      10,
    ],
  ])('when %s', async (_, changes, count) => {
    const { tenantId } = await registeredTenant(test);
    await headcount(test, tenantId, [ten, ...changes]);
    expect(await peakOf(tenantId)).toMatchObject({ count, closed: true });
  });
});

it('is that of counting at every instant, month after month, whatever happened', async () => {
  const first = startOfJstMonth(YearMonth.from('2026-05')).getTime();
  const span = startOfJstMonth(YearMonth.from('2026-08')).getTime() - first;
  const history = fc.array(
    fc.record({
      ms: fc.integer({ min: -86_400_000, max: span }),
      delta: fc.constantFrom(1, 1, -1),
    }),
    { maxLength: 60 },
  );
  await fc.assert(
    fc.asyncProperty(history, async (changes) => {
      const { tenantId } = await registeredTenant(test);
      const dated = changes.map(({ ms, delta }) => ({ at: new Date(first + ms), delta }));
      await headcount(test, tenantId, dated);
      const countAt = (at: number): number =>
        dated.reduce(
          (count, { at: then, delta }) => (then.getTime() <= at ? count + delta : count),
          0,
        );
      for (const text of ['2026-05', '2026-06', '2026-07']) {
        const month = YearMonth.from(text);
        const from = startOfJstMonth(month).getTime();
        const until = startOfJstMonth(month.add({ months: 1 })).getTime();
        const instants = [from, ...dated.map(({ at }) => at.getTime())].filter(
          (at) => at >= from && at < until,
        );
        const count = Math.max(...instants.map(countAt));
        const at = Math.min(...instants.filter((instant) => countAt(instant) === count));
        const peak = await peakOf(tenantId, month);
        expect([peak.count, peak.at.getTime(), peak.carryOut]).toEqual([
          count,
          at,
          countAt(until - 1),
        ]);
        const best = peak.days.find(({ most }) => most === count);
        expect(best?.day).toBe(jstDate(new Date(at)).day);
      }
    }),
    { numRuns: 15 },
  );
});

it('of a closed month stands, whatever is written into the ledger later', async () => {
  const { tenantId } = await registeredTenant(test);
  const before = await peakOf(tenantId);
  await headcount(test, tenantId, [{ at: '2026-07-10T00:00:00+09:00', delta: 5 }]);
  expect(await peakOf(tenantId)).toEqual(before);
});

it('of the present month is not kept: it can grow', async () => {
  const { tenantId } = await registeredTenant(test);
  const august = YearMonth.from('2026-08');
  expect(await peakOf(tenantId, august)).toMatchObject({ count: 0, closed: false });
  await headcount(test, tenantId, [{ at: '2026-08-01T00:01:00+09:00', delta: 2 }]);
  expect(await peakOf(tenantId, august)).toMatchObject({
    count: 2,
    closed: false,
    days: [{ day: 1, most: 2, last: 2 }],
  });
});
