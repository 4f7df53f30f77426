import { expect, it } from '@jest/globals';
import { withALabels } from './with-a-labels.js';

it.each([
  ['Taro@Example.JP', 'Taro@example.jp'],
  ['taro@例え.jp', 'taro@xn--r8jz45g.jp'],
  ['taro@xn--r8jz45g.jp', 'taro@xn--r8jz45g.jp'],
  ['taro@[192.0.2.1]', 'taro@[192.0.2.1]'],
  ['taro@a b', 'taro@a b'],
  ['postmaster', 'postmaster'],
  ['', ''],
])('%s: %s', (address, expected) => {
  expect(withALabels(address)).toBe(expected);
});
