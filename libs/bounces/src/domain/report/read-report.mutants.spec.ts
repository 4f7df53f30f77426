import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readReport } from './read-report.js';
import { mutantOf } from '../../testing/mutants.js';

const kinds = ['bounce', 'delay', 'delivered', 'auto-reply', 'complaint', 'not-a-bounce'];

describe('readReport on broken messages', () => {
  it('names a kind for each of 1,000 mutants', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { kind, recipients } = readReport(mutantOf(seed));
        expect(kinds).toContain(kind);
        expect(recipients.length).toBeLessThanOrEqual(100);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['nothing', ''],
    ['line ends only', '\r\n'.repeat(10_000)],
    ['a boundary without parts', 'Content-Type: multipart/report; boundary=x\r\n\r\n'],
    [
      '100,000 parts',
      `Content-Type: multipart/report; boundary=x\r\n\r\n${'--x\r\n\r\n'.repeat(100_000)}`,
    ],
    [
      'multiparts nested without end',
      Array.from(
        { length: 500 },
        (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`,
      ).join(''),
    ],
    [
      'elements that never close',
      `From: mailer-daemon\r\nContent-Type: text/html\r\n\r\n${'<style><script>'.repeat(5_000)}`,
    ],
    ['one header of two megabytes', `Subject: ${'a '.repeat(1_000_000)}`],
    [
      'quotation marks that never close',
      `Content-Type: multipart/report${';a="'.repeat(100_000)}\r\n\r\n`,
    ],
    [
      '100,000 recipients',
      `Content-Type: message/delivery-status\r\n\r\n${'Final-Recipient: rfc822; a@b.jp\r\nAction: failed\r\n\r\n'.repeat(30_000)}`,
    ],
  ])('bears %s', (_, text) => {
    expect(kinds).toContain(readReport(new TextEncoder().encode(text)).kind);
  });
});
