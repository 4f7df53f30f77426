import { emailAddress } from '#lib/kernel';
import { expect, it } from '@jest/globals';
import { mailboxOf } from './mailbox-of.js';

it.each([
  ['taro@example.jp', 'taro@example.jp'],
  ['Taro@Example.JP', 'taro@example.jp'],
  ['taro+news@example.jp', 'taro@example.jp'],
  ['taro+a+b@example.jp', 'taro@example.jp'],
  ['taro+@example.jp', 'taro@example.jp'],
  ['+taro@example.jp', '+taro@example.jp'],
  ['+taro+a@example.jp', '+taro@example.jp'],
  ['ta.ro@example.jp', 'ta.ro@example.jp'],
  ['t.a.r.o+x@gmail.com', 'taro@gmail.com'],
  ['Ta.Ro@googlemail.com', 'taro@gmail.com'],
  ['ta..ro.@docomo.ne.jp', 'ta..ro.@docomo.ne.jp'],
])('%s reaches %s', (address, mailbox) => {
  expect(mailboxOf(emailAddress(address))).toBe(mailbox);
});
