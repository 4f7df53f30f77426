import { describe, expect, it } from '@jest/globals';
import { isAutomatic } from './automatic.js';

const taro = 'taro@example.jp';

describe('mail of a machine', () => {
  it.each<[string, boolean, Record<string, string>, string?]>([
    ['a person’s letter', false, { subject: '', from: taro }],
    ['what says that a person wrote it', false, { 'auto-submitted': 'no' }],
    ['what says so with a comment', false, { 'auto-submitted': 'No (really)' }],
    ['a vacation reply', true, { 'auto-submitted': 'auto-replied' }],
    ['what a program made', true, { 'auto-submitted': 'auto-generated; owner-email=x' }],
    ['Microsoft’s rule', true, { precedence: 'auto_reply' }],
    ['a mailing list by its precedence', true, { precedence: 'list' }],
    ['a mailing list by its fields', true, { 'list-id': '<a.example.jp>' }],
    ['an old autoresponder', true, { 'x-autoreply': 'yes' }],
    ['iCloud’s vacation', true, { 'x-apple-action': 'VACATION' }],
    ['a report', true, { 'content-type': 'multipart/report; report-type=delivery-status' }],
    ['a carrier’s error mail', true, {}, 'MAILER-DAEMON@docomo.ne.jp'],
    ['what wants no answer', true, {}, 'no-reply@example.jp'],
    ['somebody whose name begins alike', false, {}, 'noreplyz@example.jp'],
  ])('%s: %s', (_, expected, headers, from = taro) => {
    expect(isAutomatic(new Map(Object.entries(headers)), false, from)).toBe(expected);
  });

  it('has no sender', () => {
    expect(isAutomatic(new Map(), true, taro)).toBe(true);
  });
});
