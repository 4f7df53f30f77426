import { describe, expect, it } from '@jest/globals';
import { asksForAddress, everybody, fromWire, joined, newQuestion, toWire } from './condition.js';

const label = { ja: '', en: '' };
const fields = [
  { name: 'prefecture', type: 'choice', required: false, label },
  { name: 'age', type: 'number', required: false, label },
] as const;

describe('the condition builder', () => {
  it.each([
    [{ all: [{ field: 'prefecture', op: 'is', value: '東京都' }] }],
    [
      {
        any: [
          { field: 'age', op: 'greater', value: 20 },
          { field: 'age', op: 'is-not-set' },
        ],
      },
    ],
    [
      {
        all: [
          { joined: 'within-days', value: 30 },
          { any: [{ joined: 'before', value: '2026-01-31' }] },
        ],
      },
    ],
  ])('gives back what it was given: %j', (wire) => {
    expect(toWire(fromWire(wire), fields)).toEqual(wire);
  });

  it('puts a question that stands alone into a group', () => {
    expect(toWire(fromWire({ field: 'age', op: 'less', value: 3 }), fields)).toEqual({
      all: [{ field: 'age', op: 'less', value: 3 }],
    });
  });

  it('means everybody when nothing is asked', () => {
    expect([toWire(everybody, fields), fromWire(null)]).toEqual([null, everybody]);
  });

  it('is not ready while an answer is missing', () => {
    expect(toWire({ kind: 'all', parts: [newQuestion(fields)] }, fields)).toBeUndefined();
  });

  it('begins with a question that its field knows', () => {
    expect([newQuestion(fields, 'age'), newQuestion([]), newQuestion(fields, joined).op]).toEqual([
      { kind: 'question', subject: 'age', op: 'greater', value: '' },
      { kind: 'question', subject: joined, op: 'within-days', value: '' },
      'within-days',
    ]);
  });

  it.each([
    ['taro@example.jp', true],
    ['taro＠example.jp', true],
    ['@example.jp', true],
    ['@shop', false],
    ['山田 花子', false],
  ])('knows whether %s asks for an address', (value, expected) => {
    expect(asksForAddress(value)).toBe(expected);
  });
});
