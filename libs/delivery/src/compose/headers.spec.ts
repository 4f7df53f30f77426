import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { oneLine, subjectLine } from './headers.js';

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
