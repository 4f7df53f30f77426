export const fieldOperators = [
  'is',
  'is-not',
  'contains',
  'greater',
  'less',
  'before',
  'after',
  'is-set',
  'is-not-set',
] as const;

export const joinedOperators = ['before', 'after', 'within-days'] as const;

/** A question to one declared field of a person. `is-set` and `is-not-set` need no value. */
export interface FieldCondition {
  readonly field: string;
  readonly op: (typeof fieldOperators)[number];
  readonly value?: string | number;
}

/** A question to the day a person signed up, in Japan: `before`/`after` a day `2026-01-31`, or `within-days` n. */
export interface JoinedCondition {
  readonly joined: (typeof joinedOperators)[number];
  readonly value: string | number;
}

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | FieldCondition
  | JoinedCondition;

/** Whom a campaign is for: readers of any of these newsletters who meet the condition, one mail a person. */
export interface Target {
  readonly newsletterIds: readonly string[];
  readonly condition: Condition | null;
}
