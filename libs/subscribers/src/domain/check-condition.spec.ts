import { describe, expect, it } from '@jest/globals';
import { checkCondition } from './check-condition.js';
import type { FieldDefinition } from './form-field.js';

const label = { ja: '', en: '' };
const fields: FieldDefinition[] = (['text', 'choice', 'date', 'number'] as const).map((type) => ({
  name: `a_${type}`,
  type,
  required: false,
  label,
}));

let deep: unknown = { joined: 'within-days', value: 1 };
for (let i = 0; i < 6; i++) deep = { all: [deep] };

describe('checkCondition', () => {
  it.each([
    [{ field: 'a_text', op: 'contains', value: '東' }],
    [{ field: 'a_text', op: 'is', value: '@shop' }],
    [{ field: 'a_choice', op: 'is', value: 'x' }],
    [{ field: 'a_date', op: 'before', value: '2026-01-31' }],
    [{ field: 'a_number', op: 'greater', value: -1.5 }],
    [{ field: 'a_number', op: 'is-set' }],
    [{ joined: 'within-days', value: 30 }],
    [{ joined: 'after', value: '2024-02-29' }],
    [
      {
        any: [
          { all: [{ field: 'a_text', op: 'is-not', value: '' }] },
          { joined: 'before', value: '2026-01-01' },
        ],
      },
    ],
  ])('takes %j', (condition) => {
    expect(checkCondition(condition, fields)).toEqual([]);
  });

  it.each([
    [null, 'condition', 'unknown-condition'],
    ['DROP TABLE', 'condition', 'unknown-condition'],
    [[], 'condition', 'unknown-condition'],
    [{}, 'condition', 'unknown-condition'],
    [{ all: [] }, 'condition.all', 'empty-group'],
    [{ all: 'x' }, 'condition.all', 'empty-group'],
    [{ all: [{ any: [7] }] }, 'condition.all[0].any[0]', 'unknown-condition'],
    [{ all: [], any: [] }, 'condition', 'unknown-condition'],
    [{ field: 'b', op: 'is', value: 'x' }, 'condition.field', 'unknown-field'],
    [{ field: 'a_text', op: 'greater', value: 1 }, 'condition.op', 'unknown-operator'],
    [{ field: 'a_text', op: 'like', value: 'x' }, 'condition.op', 'unknown-operator'],
    [{ field: 'a_text', op: 'is', value: 1 }, 'condition.value', 'bad-value'],
    [{ field: 'a_text', op: 'is', value: '\0' }, 'condition.value', 'bad-value'],
    [{ field: 'a_number', op: 'is', value: '1' }, 'condition.value', 'bad-value'],
    [{ field: 'a_number', op: 'less', value: Infinity }, 'condition.value', 'bad-value'],
    [{ field: 'a_date', op: 'is', value: '2026-13-01' }, 'condition.value', 'bad-value'],
    [{ field: 'a_text', op: 'is-set', value: 'x' }, 'condition.value', 'bad-value'],
    [{ field: 'a_text', op: 'is', value: 'taro@example.jp' }, 'condition.value', 'address'],
    [{ field: 'a_text', op: 'is-not', value: 'taro＠example.jp' }, 'condition.value', 'address'],
    [{ field: 'a_choice', op: 'is', value: 'taro@example.jp' }, 'condition.value', 'address'],
    [
      { any: [{ field: 'a_text', op: 'contains', value: '@example.jp' }] },
      'condition.any[0].value',
      'address',
    ],
    [{ joined: 'since', value: '2026-01-01' }, 'condition.joined', 'unknown-operator'],
    [{ joined: 'within-days', value: -1 }, 'condition.value', 'bad-value'],
    [{ joined: 'before', value: 'yesterday' }, 'condition.value', 'bad-value'],
    [deep, 'condition.all[0].all[0].all[0].all[0].all[0].all[0]', 'too-complex'],
  ])('refuses %j', (condition, field, code) => {
    const problems = checkCondition(condition, fields);
    expect(problems.map((problem) => [problem.field, problem.code])).toEqual([[field, code]]);
  });
});
