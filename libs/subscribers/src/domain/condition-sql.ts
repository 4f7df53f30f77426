import { hasField, hasValue } from './field-traits.js';
import { holdsAddress } from './hide-addresses.js';
import { joinedRange } from './joined-range.js';
import type { Condition, FieldCondition, JoinedCondition } from './target.js';

export interface Sql {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** What stands in the tables for what a person's fields hold: they rest sealed, so that SQL cannot read them. */
export interface FieldTokens {
  /** The token of a trait, such as `hasField` gives. */
  of(trait: string): string;
  /** The tokens of all values that a comparison means. */
  meantBy(condition: FieldCondition): readonly string[];
}

/** Takes a value and gives the place (`$7`) that stands for it. */
type Bind = (value: unknown) => string;

/**
 * A condition as SQL over the row `s` of subscribers. Every token and value is a parameter; no text of the condition
 * becomes part of the SQL.
 */
export const conditionSql = (
  condition: Condition,
  now: Date,
  tokens: FieldTokens,
  firstParameter: number,
): Sql => {
  const parameters: unknown[] = [];
  const bind: Bind = (value) => `$${firstParameter - 1 + parameters.push(value)}`;
  const compile = (part: Condition): string => {
    if ('all' in part) return group(part.all.map(compile), 'AND', 'true');
    if ('any' in part) return group(part.any.map(compile), 'OR', 'false');
    if ('joined' in part) return joinedSql(part, now, bind);
    return fieldSql(part, tokens, bind);
  };
  return { sql: compile(condition), parameters };
};

const group = (parts: readonly string[], word: 'AND' | 'OR', empty: string): string =>
  parts.length > 0 ? `(${parts.join(` ${word} `)})` : empty;

const joinedSql = (condition: JoinedCondition, now: Date, bind: Bind): string => {
  const { from, until } = joinedRange(condition, now);
  return from
    ? `s.joined_at >= ${bind(from)}::timestamptz`
    : `s.joined_at < ${bind(until)}::timestamptz`;
};

const fieldSql = (condition: FieldCondition, tokens: FieldTokens, bind: Bind): string => {
  const { field, op, value } = condition;
  const holds = (trait: string): string =>
    `s.field_tokens @> ARRAY[${bind(tokens.of(trait))}::bigint]`;
  switch (op) {
    case 'is':
      return holdsAddress(value) ? 'false' : holds(hasValue(field, value));
    case 'is-not':
      return holdsAddress(value) ? 'true' : `NOT ${holds(hasValue(field, value))}`;
    case 'is-set':
      return holds(hasField(field));
    case 'is-not-set':
      return `NOT ${holds(hasField(field))}`;
    case 'contains':
    case 'greater':
    case 'less':
    case 'before':
    case 'after':
      return anyOf(tokens.meantBy(condition), bind);
  }
};

/**
 * An index answers for few. Many are looked up in a hash table made once, which the operator && does not make; OFFSET
 * keeps the planner from joining instead.
 */
const fewTokens = 64;

const anyOf = (tokens: readonly string[], bind: Bind): string => {
  if (tokens.length === 0) return 'false';
  const list = `${bind(tokens)}::bigint[]`;
  return tokens.length <= fewTokens
    ? `s.field_tokens && ${list}`
    : `EXISTS (SELECT FROM unnest(s.field_tokens) AS held WHERE held = ANY (${list}) OFFSET 0)`;
};
