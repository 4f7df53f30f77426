import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileBase64 } from './base64-body.js';

const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', 'あ', '飛脚', '🌸', 'a', 'ab'),
);

describe('compileBase64', () => {
  it('gives base64 of the whole text, whatever stands in the gaps', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(texts, texts), { maxLength: 8 }),
        texts,
        fc.array(fc.nat(3)),
        (pairs, last, repeats) => {
          const long = (text: string, i: number): string => text.repeat((repeats[i] ?? 0) * 20 + 1);
          const fixed = [...pairs.map(([text], i) => long(text, i)), last];
          const body = compileBase64(fixed);
          for (const round of [0, 1]) {
            const values = pairs.map(([, value]) => value + 'x'.repeat(round));
            const whole = fixed.map((text, i) => text + (values[i] ?? '')).join('');
            const encoded = body.fill(values);
            expect(Buffer.from(encoded.replaceAll('\r\n', ''), 'base64').toString()).toBe(
              Buffer.from(whole).toString(),
            );
            expect(encoded).toMatch(/^(?:[A-Za-z0-9+/]{1,76}={0,2}\r\n)*$/);
            expect(encoded.split('\r\n').every((line) => line.length <= 76)).toBe(true);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('pads at the very end only', () => {
    expect(compileBase64(['a', 'b', 'c']).fill(['1', '2'])).toBe('YTFi\r\nMmM=\r\n');
  });
});
