import { joinedRange } from './joined-range.js';
import type { Condition, FieldCondition, JoinedCondition } from './target.js';

export interface Sql {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** Takes a value and gives the place (`$7`) that stands for it. */
type Bind = (value: unknown) => string;

/**
 * A condition as SQL over the row `s` of subscribers. Every name and value is a parameter; no text of the
 * condition becomes part of the SQL.
 */
export const conditionSql = (condition: Condition, now: Date, firstParameter: number): Sql => {
  const parameters: unknown[] = [];
  const bind: Bind = (value) => `$${firstParameter - 1 + parameters.push(value)}`;
  const sql = compile(condition, now, bind);
  return { sql, parameters };
};

const compile = (condition: Condition, now: Date, bind: Bind): string => {
  if ('all' in condition) return group(condition.all, 'AND', 'true', now, bind);
  if ('any' in condition) return group(condition.any, 'OR', 'false', now, bind);
  if ('joined' in condition) return joinedSql(condition, now, bind);
  return fieldSql(condition, bind);
};

const group = (
  parts: readonly Condition[],
  word: 'AND' | 'OR',
  empty: string,
  now: Date,
  bind: Bind,
): string =>
  parts.length > 0 ? `(${parts.map((part) => compile(part, now, bind)).join(` ${word} `)})` : empty;

const joinedSql = (condition: JoinedCondition, now: Date, bind: Bind): string => {
  const { from, until } = joinedRange(condition, now);
  return from
    ? `s.joined_at >= ${bind(from)}::timestamptz`
    : `s.joined_at < ${bind(until)}::timestamptz`;
};

const fieldSql = ({ field, op, value }: FieldCondition, bind: Bind): string => {
  const name = `${bind(field)}::text`;
  const own = `s.fields -> ${name}`;
  const asText = `(CASE WHEN jsonb_typeof(${own}) = 'string' THEN s.fields ->> ${name} END)`;
  const asNumber = `(CASE WHEN jsonb_typeof(${own}) = 'number' THEN (${own})::numeric END)`;
  const number = (): string => `${bind(String(Number(value)))}::numeric`;
  const text = (): string => `${bind(String(value))}::text`;
  const same = (): string => `to_jsonb(${typeof value === 'number' ? number() : text()})`;
  switch (op) {
    case 'is':
      return `(${own} IS NOT DISTINCT FROM ${same()})`;
    case 'is-not':
      return `(${own} IS DISTINCT FROM ${same()})`;
    case 'contains':
      return `coalesce(strpos(${asText}, ${text()}) > 0, false)`;
    case 'greater':
      return `coalesce(${asNumber} > ${number()}, false)`;
    case 'less':
      return `coalesce(${asNumber} < ${number()}, false)`;
    case 'before':
      return `coalesce(${asText} COLLATE "C" < ${text()}, false)`;
    case 'after':
      return `coalesce(${asText} COLLATE "C" > ${text()}, false)`;
    case 'is-set':
      return `(coalesce(jsonb_typeof(${own}), 'null') <> 'null')`;
    case 'is-not-set':
      return `(coalesce(jsonb_typeof(${own}), 'null') = 'null')`;
  }
};
