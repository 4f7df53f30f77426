import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addYen, formatYen, timesYen, yen } from './yen.js';

const amount = fc.integer().map(yen);

test.each([[0.1], [NaN], [Infinity], [2 ** 53], [-(2 ** 53)]])('%p is no yen', (n) => {
  expect(() => yen(n)).toThrow(RangeError);
});

test('there is one zero', () => {
  expect(yen(-0)).toBe(0);
  expect(timesYen(yen(-5), 0)).toBe(0);
});

describe('sums and multiples', () => {
  test('are those of whole numbers', () => {
    fc.assert(
      fc.property(fc.array(amount), amount, fc.integer(), (amounts, one, times) => {
        const exact = amounts.reduce((sum, each) => sum + BigInt(each), 0n);
        expect(BigInt(addYen(...amounts))).toBe(exact);
        const product = BigInt(one) * BigInt(times);
        if (product === BigInt(Number(product)) && Number.isSafeInteger(Number(product)))
          expect(BigInt(timesYen(one, times))).toBe(product);
        else expect(() => timesYen(one, times)).toThrow(RangeError);
      }),
    );
  });

  test('never lose a yen in silence', () => {
    const most = yen(Number.MAX_SAFE_INTEGER);
    expect(() => addYen(most, yen(1))).toThrow(RangeError);
    expect(() => addYen(most, yen(1), yen(-1))).toThrow(RangeError);
    expect(() => timesYen(most, 2)).toThrow(RangeError);
    expect(() => timesYen(yen(1000), 0.1)).toThrow(RangeError);
  });
});

test.each([
  [0, '0円', '¥0'],
  [999, '999円', '¥999'],
  [1234567, '1,234,567円', '¥1,234,567'],
  [-16280, '-16,280円', '-¥16,280'],
])('%p reads %p and %p', (n, ja, en) => {
  expect([formatYen(yen(n), 'ja'), formatYen(yen(n), 'en')]).toEqual([ja, en]);
});
