import { PlainDate } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import { readCsv } from './csv.js';
import type { FieldDefinition } from './form-field.js';
import { missingColumns, readMigrationList, secondsLeft } from './migration-list.js';

const fields: FieldDefinition[] = [
  { name: 'age', type: 'number', required: true, label: { ja: '年齢', en: 'Age' } },
];
const header = 'address,consent_date,consent_source,age';
const read = (...lines: string[]): [number, string][] => {
  const list = readMigrationList(
    readCsv([header, ...lines].join('\n')),
    fields,
    PlainDate.from('2026-04-01'),
  );
  return [
    ...list.rows.map(({ rowNo, consentedOn }): [number, string] => [rowNo, consentedOn]),
    ...list.problems.map(({ rowNo, problem }): [number, string] => [rowNo, problem]),
  ];
};

describe('a row of a migration list', () => {
  it.each<[string, [number, string][]]>([
    ['a@example.jp,2025-01-31,店頭の申込書,30', [[2, '2025-01-31']]],
    ['a@example.jp,2025/01/31,店頭の申込書', [[2, '2025-01-31']]],
    ['a@example.jp,2026-04-01,店頭', [[2, '2026-04-01']]],
    ['a@example.jp,2026-04-02,店頭', [[2, 'consent-date-to-come']]],
    ['a@example.jp,,店頭', [[2, 'no-consent-date']]],
    ['a@example.jp,2025-02-30,店頭', [[2, 'no-consent-date']]],
    ['a@example.jp,2025-01-31,', [[2, 'no-consent-source']]],
    ['a@example.jp,2025-01-31,店頭,x', [[2, 'bad-field']]],
    ['a@example,2025-01-31,店頭', [[2, 'bad-address']]],
    ['a@example.jp,2025-01-31,店頭,30,x', [[2, 'broken-row']]],
    [',,,', []],
  ])('%s', (line, expected) => {
    expect(read(line)).toEqual(expected);
  });

  it('counts once for one address', () => {
    const row = '@example.jp,2025-01-31,店頭';
    expect(read(`a${row}`, '', `A${row.toUpperCase()}`)).toEqual([
      [2, '2025-01-31'],
      [4, 'twice'],
    ]);
  });
});

it('says which columns a header lacks', () => {
  expect(missingColumns(['address', 'name'])).toEqual(['consent_date', 'consent_source']);
});

it.each([
  [0, 0],
  [1, 0],
  [100, 0],
  [101, 30],
  [1000, 270],
])('%d persons are asked within %d seconds', (waiting, seconds) => {
  expect(secondsLeft(waiting)).toBe(seconds);
});
