import { describe, expect, it } from '@jest/globals';
import { writerOf } from './writer.js';
import type { Writer } from './writer.js';

const taro = 'taro@example.jp';

describe('who wrote it', () => {
  it.each<[string, Writer, Record<string, string>, string?]>([
    ['a person’s letter', 'person', { subject: '', from: taro }],
    ['what says that a person wrote it', 'person', { 'auto-submitted': 'no' }],
    ['what says so with a comment', 'person', { 'auto-submitted': 'No (really)' }],
    ['what minds no answer', 'person', { 'x-auto-response-suppress': 'None' }],
    ['what minds notes of absence only', 'person', { 'x-auto-response-suppress': 'DR, OOF' }],
    ['somebody whose name begins alike', 'person', {}, 'noreplyz@example.jp'],
    ['what a program made', 'program', { 'auto-submitted': 'auto-generated; owner-email=x' }],
    ['what wants no answer of programs', 'program', { 'x-auto-response-suppress': 'All' }],
    ['the same, one by one', 'program', { 'x-auto-response-suppress': 'DR, OOF, AutoReply' }],
    ['a mailing list by its precedence', 'program', { precedence: 'list' }],
    ['mail to many', 'program', { precedence: 'bulk' }],
    ['a mailing list by its fields', 'program', { 'list-id': '<a.example.jp>' }],
    ['what wants no answer', 'program', {}, 'no-reply@example.jp'],
    ['the same in another spelling', 'program', {}, 'Do_Not_Reply+x@example.jp'],
    ['a vacation reply', 'responder', { 'auto-submitted': 'auto-replied (vacation)' }],
    ['Microsoft’s rule', 'responder', { precedence: 'auto_reply' }],
    ['an old autoresponder', 'responder', { 'x-autoreply': 'yes' }],
    ['iCloud’s vacation', 'responder', { 'x-apple-action': 'VACATION' }],
    ['a report', 'responder', { 'content-type': 'multipart/report; report-type=delivery-status' }],
    ['a carrier’s error mail', 'responder', {}, 'MAILER-DAEMON@docomo.ne.jp'],
  ])('%s: %s', (_, expected, headers, from = taro) => {
    expect(writerOf(new Map(Object.entries(headers)), false, from)).toBe(expected);
  });

  it('is a responder where there is no sender', () => {
    expect(writerOf(new Map(), true, taro)).toBe('responder');
  });
});
