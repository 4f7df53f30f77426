import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { brokenLines } from './broken-lines.js';

/** Letters of Latin script take half of a square. */
const widthOf = (letter: string): number => (/[ -~]/.test(letter) ? 0.5 : 1);
const plain = (text: string) => [{ text, isUnderlined: false }];
const textsOf = (lines: ReturnType<typeof brokenLines>): string[] =>
  lines.map((runs) => runs.map(({ text }) => text).join(''));

it.each<[string, number, string[]]>([
  ['甲は乙に通知する。', 4, ['甲は乙に', '通知す', 'る。']],
  ['料金（税込）とする', 3, ['料金', '（税', '込）と', 'する']],
  ['センター', 3, ['セン', 'ター']],
  ['費用は10,000円', 3, ['費用は', '10,000', '円']],
  ['see example.jp now', 5, ['see ', 'example.jp ', 'now']],
  ['（（（（', 2, ['（（', '（（']],
  ['', 4, ['']],
])('breaks %s at %i', (text, width, lines) => {
  expect(textsOf(brokenLines(plain(text), width, widthOf))).toEqual(lines);
});

it('breaks across the borders of runs by the same rules', () => {
  const runs = [
    { text: '民族的差別', isUnderlined: false },
    { text: '、人種', isUnderlined: true },
  ];
  expect(brokenLines(runs, 5, widthOf)).toEqual([
    [{ text: '民族的差', isUnderlined: false }],
    [
      { text: '別', isUnderlined: false },
      { text: '、人種', isUnderlined: true },
    ],
  ]);
});

it('loses no letter, and no line is wider than asked but for blanks at its end', () => {
  const text = fc.array(fc.constantFrom(...Array.from('甲乙、。（）ー っabc10 ')), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 12 }), (letters, width) => {
      const lines = textsOf(brokenLines(plain(letters.join('')), width, widthOf));
      expect(lines.join('')).toBe(letters.join(''));
      const wide = lines.map((line) => Array.from(line.trimEnd(), widthOf));
      expect(wide.every((widths) => widths.reduce((a, b) => a + b, 0) <= width)).toBe(true);
    }),
  );
});
