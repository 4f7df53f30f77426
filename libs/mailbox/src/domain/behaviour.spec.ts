import { expect, test } from '@jest/globals';
import { behaviourOf } from './behaviour.js';

test.each([
  ['taro@example.jp', 'accept'],
  ['refuse-taro@example.jp', 'refuse'],
  ['full-taro@example.jp', 'full'],
  ['defer-taro@example.jp', 'defer'],
  ['block-taro@example.jp', 'block'],
  ['bounce-taro@example.jp', 'bounce'],
  ['Bounce-Taro@example.jp', 'bounce'],
  ['"bounce-..taro"@docomo.ne.jp', 'bounce'],
  ['refuse@example.jp', 'accept'],
  ['taro-refuse-x@example.jp', 'accept'],
  ['taro@refuse-example.jp', 'accept'],
  ['', 'accept'],
])('%s: %s', (address, behaviour) => {
  expect(behaviourOf(address)).toBe(behaviour);
});
