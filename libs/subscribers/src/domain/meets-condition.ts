import type { FieldValues } from './form-field.js';
import { hideAddressesIn, holdsAddress } from './hide-addresses.js';
import { joinedRange } from './joined-range.js';
import type { Condition, FieldCondition, JoinedCondition } from './target.js';

interface Person {
  readonly fields: FieldValues;
  readonly joinedAt: Date;
}

/**
 * What a condition means. The database answers the same question by the SQL of `conditionSql`; where the two differ,
 * this one is right.
 */
export const meetsCondition = (condition: Condition, person: Person, now: Date): boolean => {
  if ('all' in condition) return condition.all.every((part) => meetsCondition(part, person, now));
  if ('any' in condition) return condition.any.some((part) => meetsCondition(part, person, now));
  if ('joined' in condition) return meetsJoined(condition, person.joinedAt, now);
  return meetsField(condition, person.fields[condition.field] ?? null);
};

const meetsJoined = (condition: JoinedCondition, joinedAt: Date, now: Date): boolean => {
  const { from, until } = joinedRange(condition, now);
  return (!from || joinedAt >= from) && (!until || joinedAt < until);
};

/**
 * What a question to a field means for the value that it holds. An address that somebody wrote there is not part of
 * it: else it could be guessed letter by letter from how many people answer. @clause W17.4
 */
export const meetsField = ({ op, value }: FieldCondition, own: string | number | null): boolean => {
  switch (op) {
    case 'is':
      return own === value && !holdsAddress(value);
    case 'is-not':
      return own !== value || holdsAddress(value);
    case 'contains':
      return typeof own === 'string' && hideAddressesIn(own).includes(String(value));
    case 'greater':
      return typeof own === 'number' && own > Number(value);
    case 'less':
      return typeof own === 'number' && own < Number(value);
    case 'before':
      return typeof own === 'string' && hideAddressesIn(own) < String(value);
    case 'after':
      return typeof own === 'string' && hideAddressesIn(own) > String(value);
    case 'is-set':
      return own !== null;
    case 'is-not-set':
      return own === null;
  }
};
