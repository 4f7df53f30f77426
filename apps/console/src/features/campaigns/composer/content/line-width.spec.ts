import { expect, it } from '@jest/globals';
import { columnsOf, longLines } from './line-width.js';

it.each([
  ['', 0],
  ['abc', 3],
  ['日本語', 6],
  ['\uff21\uff22\uff23', 6],
  ['\uff76\uff85', 2],
  ['「春」の新刊:3冊', 16],
  ['𠮷野家', 6],
])('%s takes %i columns', (line, columns) => {
  expect(columnsOf(line)).toBe(columns);
});

it('names the lines that are too long', () => {
  expect(longLines('短い\n' + '長'.repeat(36) + '\nabc\n' + 'x'.repeat(71), 35)).toEqual([2, 4]);
});
