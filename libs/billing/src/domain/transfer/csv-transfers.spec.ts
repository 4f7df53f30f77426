import { PlainDate } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readCsv } from './csv.js';
import { readCsvTransfers } from './csv-transfers.js';
import type { CsvColumns } from './csv-transfers.js';

const columns: CsvColumns = {
  headLines: 1,
  bookedOn: 1,
  amount: 3,
  payerName: 4,
  payerCode: 5,
  reference: null,
  dates: 'western',
};

const told = (text: string, over: Partial<CsvColumns> = {}): unknown => {
  const reading = readCsvTransfers(text, { ...columns, ...over }, PlainDate.from('2026-08-03'));
  return 'transfers' in reading
    ? reading.transfers.map(({ bookedOn, amount, payerName, payerCode }) =>
        [bookedOn.toString(), amount, payerName, payerCode].join(' '),
      )
    : reading;
};

const head = '日付,出金,入金,摘要,依頼人番号\r\n';

describe('a CSV of transfers', () => {
  it.each<[string, string, Partial<CsvColumns>]>([
    ['slashes', '2026/7/31', {}],
    ['hyphens', '2026-07-31', {}],
    ['dots', '2026.07.31', {}],
    ['digits only', '20260731', {}],
    ['words', '2026年7月31日', {}],
    ['令和 with dots', '8.7.31', { dates: 'reiwa' }],
    ['令和 in digits', '080731', { dates: 'reiwa' }],
    ['令和 with R', 'R8/07/31', { dates: 'reiwa' }],
    ['令和 in words', '令和8年7月31日', { dates: 'reiwa' }],
    ['wide digits', '２０２６／７／３１', {}],
    ['a time behind', '2026/07/31 10:23:45', {}],
  ])('has its dates with %s', (_, date, over) => {
    expect(told(`${head}${date},,5500,ｶ)ｷﾔﾂﾂ,0000001001\r\n`, over)).toEqual([
      '2026-07-31 5500 ｶ)ｷﾔﾂﾂ 0000001001',
    ]);
  });

  it('has amounts as people write them, and lines of what was paid out', () => {
    const quoted = `${head}2026/7/31,,"1,234",ア,\n2026/7/31,500,,イ,\n2026/7/31,,"¥5,500",ウ,\n\n`;
    expect(told(quoted)).toEqual(['2026-07-31 1234 ア ', '2026-07-31 5500 ウ ']);
    const others = ['５，５００円', '￥5,500', '5500.00', '="5500"', "'5500"];
    for (const amount of others)
      expect(told(`${head}2026/7/31,,"${amount.replaceAll('"', '""')}",ア,`)).toEqual([
        '2026-07-31 5500 ア ',
      ]);
  });

  it('has codes as spreadsheets leave them, zeros or not', () => {
    const codes = ['1001', '="0000001001"', "'0000001001", '０００１００１', '0000000000'];
    const lines = codes.map((code) => `2026/7/31,,5,ア,"${code.replaceAll('"', '""')}"\n`);
    expect(told(head + lines.join(''))).toEqual([
      '2026-07-31 5 ア 1001',
      ...Array<string>(2).fill('2026-07-31 5 ア 0000001001'),
      '2026-07-31 5 ア 0001001',
      '2026-07-31 5 ア ',
    ]);
  });

  it.each<[string, string, unknown]>([
    ['nothing', '', { refused: 'empty', record: 0 }],
    ['its head only', head, { refused: 'empty', record: 0 }],
    ['31 February', `${head}2026/2/31,,1,ア,`, { refused: 'date', record: 2, field: 'bookedOn' }],
    [
      'an amount in words',
      `${head}2026/7/1,,many,ア,`,
      { refused: 'unreadable', record: 2, field: 'amount' },
    ],
    [
      'an amount below zero',
      `${head}2026/7/1,,-5,ア,`,
      { refused: 'unreadable', record: 2, field: 'amount' },
    ],
    [
      'a comma that nobody quoted',
      `${head}2026/7/1,,5,500,ア,`,
      { refused: 'unreadable', record: 2, field: 'columns' },
    ],
    [
      'a code that a spreadsheet made a number of',
      `${head}2026/7/1,,5,ア,1.001E+09`,
      { refused: 'unreadable', record: 2, field: 'payerCode' },
    ],
    [
      'a day that a spreadsheet made a number of',
      `${head}46234,,5,ア,`,
      { refused: 'date', record: 2, field: 'bookedOn' },
    ],
    [
      'a day long past',
      `${head}2025/8/2,,5,ア,`,
      { refused: 'date', record: 2, field: 'bookedOn' },
    ],
    ['a day to come', `${head}2026/8/18,,5,ア,`, { refused: 'date', record: 2, field: 'bookedOn' }],
    ['no payer', `${head}2026/7/1,,5, ,`, { refused: 'unreadable', record: 2, field: 'payerName' }],
    ['a quotation left open', `${head}2026/7/1,,5,"ア`, { refused: 'order', record: 0 }],
  ])('is refused whole with %s', (_, text, refusal) => {
    expect(told(text)).toEqual(refusal);
  });

  it('never loses a transfer to its head', () => {
    const lines = `${head}2026/7/31,,1,ア,\n2026/7/31,,2,イ,\n`;
    expect(told(lines, { headLines: 2 })).toEqual({
      refused: 'head-lines',
      record: 2,
      field: 'headLines',
    });
    expect(told(lines, { headLines: 0 })).toEqual({
      refused: 'unreadable',
      record: 1,
      field: 'amount',
    });
  });
});

it('what is written as RFC 4180 says is read as it was', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', 'ア') });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 });
  fc.assert(
    fc.property(table, (lines) => {
      const quote = (each: string): string => `"${each.replaceAll('"', '""')}"`;
      const text = lines.map((line) => line.map(quote).join(',')).join('\r\n');
      expect(readCsv(text)).toEqual(lines);
    }),
  );
});
