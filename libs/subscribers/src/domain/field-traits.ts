import type { FieldValue, FieldValues } from './form-field.js';
import type { Condition, FieldCondition } from './target.js';

/** That a field holds something, as one text. */
export const hasField = (field: string): string => JSON.stringify([field]);

/** That a field holds exactly this, as one text: number 10 and text `10` differ. */
export const hasValue = (field: string, value: FieldValue | undefined): string =>
  JSON.stringify([field, value]);

/** The fields that hold something. */
export const heldValues = (fields: FieldValues): [string, string | number][] =>
  Object.entries(fields).flatMap(([field, value]) => (value === null ? [] : [[field, value]]));

/** Everything that can be asked of a person's fields by equality. */
export const traitsOf = (fields: FieldValues): string[] =>
  heldValues(fields).flatMap(([field, value]) => [hasField(field), hasValue(field, value)]);

/** Operators that equality does not answer: each value of the field must be looked at. */
const comparing: ReadonlySet<FieldCondition['op']> = new Set([
  'contains',
  'greater',
  'less',
  'before',
  'after',
]);

/** The questions within a condition that equality does not answer. */
export const comparisonsIn = (condition: Condition): FieldCondition[] => {
  if ('all' in condition) return condition.all.flatMap(comparisonsIn);
  if ('any' in condition) return condition.any.flatMap(comparisonsIn);
  return 'field' in condition && comparing.has(condition.op) ? [condition] : [];
};
