import type { Texts } from '#lib/kernel';

export const fieldTypes = ['text', 'choice', 'date', 'number'] as const;

interface FieldChoice {
  readonly value: string;
  readonly label: Texts;
}

/** One thing a sign-up form asks for besides the address. The tenant declares it; nothing else is ever collected. */
export interface FieldDefinition {
  /** As merge fields and conditions name it: `subscriber.prefecture`. */
  readonly name: string;
  readonly type: (typeof fieldTypes)[number];
  readonly required: boolean;
  readonly label: Texts;
  /** For `choice` only. */
  readonly choices?: readonly FieldChoice[];
}

/** Dates as `2026-01-31`. */
export type FieldValue = string | number | null;
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** What is wrong with one part of an input, in both languages. */
export interface InputProblem {
  readonly field: string;
  readonly code: string;
  readonly messages: Texts;
}
