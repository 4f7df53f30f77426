import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readCsv } from './csv.js';

describe('CSV', () => {
  it.each<[string, string[][]]>([
    ['', []],
    ['a,b\nc,d', [['a', 'b'], ['c', 'd']]], // prettier-ignore
    ['a,b\r\nc,d\r\n', [['a', 'b'], ['c', 'd']]], // prettier-ignore
    ['\u{feff}a, b ', [['a', 'b']]],
    ['"a,1","b ""c""\nd"\n', [['a,1', 'b "c"\nd']]],
    ['a,\n,b,', [['a', ''], ['', 'b', '']]], // prettier-ignore
    ['a\n\nb', [['a'], [''], ['b']]],
  ])('%j is %j', (text, rows) => {
    expect(readCsv(text)).toEqual(rows);
  });

  it('comes back from what was quoted', () => {
    const cell = fc.string().map((text) => text.trim());
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2 }), { minLength: 1 }), (rows) => {
        const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const text = rows.map((row) => row.map(quote).join(',')).join('\r\n');
        expect(readCsv(text)).toEqual(rows);
      }),
    );
  });

  it('marks a row that is broken', () => {
    expect(readCsv('a,b\n"c" d,e').at(-1)?.at(-1)).toBe('\u{fffd}');
  });
});
