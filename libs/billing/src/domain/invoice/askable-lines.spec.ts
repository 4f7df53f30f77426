import { YearMonth, yen } from '#lib/kernel';
import { expect, it } from '@jest/globals';
import { askableLines } from './askable-lines.js';
import type { InvoiceLine } from './invoice-line.js';

const line = (
  amount: number,
  taxCategory: InvoiceLine['taxCategory'] = 'standard',
): InvoiceLine => ({
  kind: 'true-up',
  month: YearMonth.from('2026-07'),
  amount: yen(amount),
  taxCategory,
  detail: null,
});

it.each<[string, InvoiceLine[], number[], number[]]>([
  ['nothing', [], [], []],
  ['fees only', [line(5_000), line(9_800)], [5_000, 9_800], []],
  ['less taken off than asked for', [line(-4_999), line(5_000)], [-4_999, 5_000], []],
  ['as much', [line(-5_000), line(5_000)], [5_000], [-5_000]],
  ['more', [line(-9_800), line(5_000)], [5_000], [-9_800]],
  ['nothing else to ask for', [line(-9_800)], [], [-9_800]],
  ['more at one rate, and a charge outside the tax', [line(-1), line(300, 'outside')], [300], [-1]],
])('%s', (_, lines, asked, back) => {
  const { asked: a, back: b } = askableLines(lines);
  expect([a.map(({ amount }) => amount), b.map(({ amount }) => amount)]).toEqual([asked, back]);
});
