import type { FieldDefinition, InputProblem } from './form-field.js';
import { asksForAddress } from './hide-addresses.js';
import { isDate, maxFieldLength } from './read-fields.js';
import { fieldOperators, joinedOperators } from './target.js';
import type { FieldCondition } from './target.js';

const maxDepth = 5;
const maxParts = 100;

/** What is wrong with a condition as it came from outside; empty when it may be taken for a `Condition`. */
export const checkCondition = (
  condition: unknown,
  fields: readonly FieldDefinition[],
): InputProblem[] => {
  const counter = { parts: 0 };
  return check(condition, 'condition', 0, fields, counter);
};

type Shape = Readonly<Record<string, unknown>>;

const check = (
  given: unknown,
  path: string,
  depth: number,
  fields: readonly FieldDefinition[],
  counter: { parts: number },
): InputProblem[] => {
  if (depth > maxDepth || ++counter.parts > maxParts) return [problem(path, 'too-complex')];
  if (typeof given !== 'object' || given === null) return [problem(path, 'unknown-condition')];
  const shape = given as Shape;
  const keys = Object.keys(shape).sort().join();
  if (keys === 'all' || keys === 'any') {
    const parts = shape[keys];
    if (!Array.isArray(parts) || parts.length === 0)
      return [problem(`${path}.${keys}`, 'empty-group')];
    return parts.flatMap((part, i) =>
      check(part, `${path}.${keys}[${i}]`, depth + 1, fields, counter),
    );
  }
  if (keys === 'joined,value') return checkJoined(shape, path);
  if (keys === 'field,op,value' || keys === 'field,op') return checkField(shape, path, fields);
  return [problem(path, 'unknown-condition')];
};

const checkJoined = ({ joined, value }: Shape, path: string): InputProblem[] => {
  if (!joinedOperators.some((known) => known === joined))
    return [problem(`${path}.joined`, 'unknown-operator')];
  const good = joined === 'within-days' ? isDayCount(value) : isDateText(value);
  return good ? [] : [problem(`${path}.value`, 'bad-value')];
};

const checkField = (
  { field, op, value }: Shape,
  path: string,
  fields: readonly FieldDefinition[],
): InputProblem[] => {
  const known = fieldOperators.find((operator) => operator === op);
  if (!known) return [problem(`${path}.op`, 'unknown-operator')];
  // Nobody would be found by it: the addresses within fields are no part of what can be asked.
  if (asksForAddress(value)) return [problem(`${path}.value`, 'address')];
  const definition = fields.find(({ name }) => name === field);
  if (!definition) return [problem(`${path}.field`, 'unknown-field')];
  if (!operatorsOf[definition.type].includes(known))
    return [problem(`${path}.op`, 'unknown-operator')];
  return isGoodValue(definition, known, value) ? [] : [problem(`${path}.value`, 'bad-value')];
};

type Operator = FieldCondition['op'];

const always: readonly Operator[] = ['is', 'is-not', 'is-set', 'is-not-set'];

const operatorsOf: Record<FieldDefinition['type'], readonly Operator[]> = {
  text: [...always, 'contains'],
  choice: always,
  date: [...always, 'before', 'after'],
  number: [...always, 'greater', 'less'],
};

const isGoodValue = ({ type }: FieldDefinition, op: Operator, value: unknown): boolean => {
  if (op === 'is-set' || op === 'is-not-set') return value === undefined;
  if (type === 'number') return typeof value === 'number' && Number.isFinite(value);
  if (type === 'date') return isDateText(value);
  return isShortText(value);
};

const isShortText = (value: unknown): boolean =>
  typeof value === 'string' && value.length <= maxFieldLength && !/\p{Cc}/u.test(value);

const isDateText = (value: unknown): boolean => typeof value === 'string' && isDate(value);

const isDayCount = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 36_500;

const texts = {
  'too-complex': {
    ja: '条件が多すぎるか、入れ子が深すぎます。',
    en: 'Too many conditions, or nested too deeply.',
  },
  'unknown-condition': {
    ja: '条件の形が正しくありません。',
    en: 'This is not a condition we know.',
  },
  'empty-group': { ja: '条件を一つ以上入れてください。', en: 'Put at least one condition here.' },
  'unknown-field': {
    ja: 'この項目は登録フォームにありません。',
    en: 'No sign-up form has this field.',
  },
  'unknown-operator': {
    ja: 'この項目には使えない比べ方です。',
    en: 'This comparison does not fit the field.',
  },
  'bad-value': {
    ja: '比べる値が正しくありません。',
    en: 'The value to compare with is not valid.',
  },
  address: {
    ja: 'メールアドレスでは検索できません。読者のアドレスはお客様にお見せしない約束のため、条件の対象になりません。',
    en: 'Readers cannot be sought by e-mail address: addresses are never disclosed, so conditions do not see them.',
  },
} as const;

const problem = (field: string, code: keyof typeof texts): InputProblem => ({
  field,
  code,
  messages: texts[code],
});
