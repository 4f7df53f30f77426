import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { headerLines, oneLine, subjectLine } from './headers.js';

const subjectOf = async (line: string): Promise<string | undefined> =>
  (await simpleParser(`${line}\r\nbody`)).subject;

describe('subjectLine', () => {
  it.each([
    ['Spring news', 'Subject: Spring news\r\n'],
    ['', 'Subject: \r\n'],
    ['春', 'Subject: =?UTF-8?B?5pil?=\r\n'],
    ['a =?UTF-8?B?b?= c', 'Subject: =?UTF-8?B?YSA9P1VURi04P0I/Yj89IGM=?=\r\n'],
    ['a\r\nBcc: b', 'Subject: a Bcc: b\r\n'],
  ])('writes %j', (subject, line) => {
    expect(subjectLine(subject)).toBe(line);
  });

  it('keeps every character, splits none, and keeps its lines short', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', maxLength: 120 }).map((text) => oneLine(text)),
        async (subject) => {
          fc.pre(!/\s\s|^\s|\s$/u.test(subject));
          const line = subjectLine(subject);
          expect(line.split('\r\n').every((part) => part.length <= 78)).toBe(true);
          expect((await subjectOf(line)) ?? '').toBe(subject);
        },
      ),
    );
  });
});

describe('headerLines', () => {
  const parts = [
    '\r',
    '\n',
    '\0',
    '\u2028',
    ':',
    ' ',
    'Bcc: x@example.jp',
    '春',
    '"',
    '<',
    '=?UTF-8?Q?=0A?=',
  ];
  const values = fc.array(fc.oneof(fc.constantFrom(...parts), fc.string()), { maxLength: 12 });
  const hostile = values.map((some) => some.join(''));

  /** Names of the fields that a reader of the mail sees. */
  const keysOf = (lines: string): string[] =>
    lines
      .replace(/\r\n$/, '')
      .split('\r\n')
      .filter((line) => !/^[ \t]/.test(line))
      .map((line) => line.split(':', 1)[0] ?? '');

  it('lets no value begin another field, end the header or hold a bare line break', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (name, replyTo, listName) => {
        const lines = headerLines([
          ['From', { name, address: 'shop@example.jp' }],
          ['Reply-To', { name: replyTo, address: 'reply@example.jp' }],
          ['List-Id', `${listName} <news.example.jp>`],
        ]);
        expect(keysOf(lines)).toEqual(['From', 'Reply-To', 'List-ID']);
        expect(lines).toMatch(/^(?:[^\r\n\0]+\r\n)+$/);
      }),
    );
  });
});
