import { describe, expect, it } from '@jest/globals';
import type { FieldDefinition } from './form-field.js';
import { readFields } from './read-fields.js';

const field = (type: FieldDefinition['type'], required = false): FieldDefinition => ({
  name: 'x',
  type,
  required,
  label: { ja: 'x', en: 'x' },
  choices: [{ value: '東京', label: { ja: '東京', en: 'Tokyo' } }],
});

describe('readFields', () => {
  it.each([
    ['text', ' 花子 ', '花子'],
    ['text', '', null],
    ['text', undefined, null],
    ['text', ['a', 'b'], null],
    ['text', 'あ'.repeat(200), 'あ'.repeat(200)],
    ['choice', '東京', '東京'],
    ['date', '2024-02-29', '2024-02-29'],
    ['number', '1,234', 1234],
    ['number', '－１２．５', -12.5],
    ['number', 0, 0],
  ] as const)('reads %s %p as %p', (type, given, value) => {
    expect(readFields([field(type)], { x: given, undeclared: 'secret' })).toEqual({
      values: { x: value },
      problems: [],
    });
  });

  it.each([
    ['text', true, '   ', 'missing'],
    ['text', false, 'あ'.repeat(201), 'too-long'],
    ['text', false, 'a\r\nBcc: b', 'not-clean'],
    ['choice', false, '大阪', 'not-a-choice'],
    ['date', false, '2026-02-29', 'not-a-date'],
    ['date', false, '2026/01/31', 'not-a-date'],
    ['number', false, '1e9', 'not-a-number'],
    ['number', false, 'Infinity', 'not-a-number'],
    ['number', false, '0x10', 'not-a-number'],
  ] as const)('refuses %s (required: %p) %p as %s', (type, required, given, code) => {
    const { values, problems } = readFields([field(type, required)], { x: given });
    expect([values, problems.map((each) => [each.field, each.code])]).toEqual([
      {},
      [['fields.x', code]],
    ]);
  });

  it('never reads what an object inherits', () => {
    const odd = { ...field('text'), name: 'constructor' };
    expect(readFields([odd], {})).toEqual({ values: { constructor: null }, problems: [] });
  });
});
