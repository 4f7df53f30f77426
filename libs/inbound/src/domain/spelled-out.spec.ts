import { expect, it } from '@jest/globals';
import { isSpelledOut } from './spelled-out.js';

it.each([
  ['From: taro@example.jp', true],
  ['From: =?UTF-8?B?5bGx55Sw?= <taro@Example.JP>', true],
  ['From: "a..b."@example.jp (Taro)', true],
  ['From: taro@xn--r8jz45g.jp', true],
  ['From: =?UTF-8?B?PHRhcm9AZXhhbXBsZS5qcD4=?=', false],
  ['From: =?UTF-8?Q?taro@example.jp?= <taro@elsewhere.jp>', false],
  ['From: taro@elsewhere.jp', false],
  ['From:', false],
])('%s: %s', (field, expected) => {
  expect(isSpelledOut(field, ['例え.jp', 'xn--r8jz45g.jp', 'example.jp'])).toBe(expected);
});
