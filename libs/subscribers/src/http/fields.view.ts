import type { Locale } from '#lib/kernel';
import type { FieldDefinition, FieldValues, InputProblem } from '../domain/form-field.js';

export interface FieldOnPage {
  readonly name: string;
  readonly type: FieldDefinition['type'];
  readonly required: boolean;
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly problem: string | undefined;
}

/** Declared fields as a template shows them, with what was typed and what is wrong with it. */
export const fieldsOnPage = (
  definitions: readonly FieldDefinition[],
  locale: Locale,
  values: FieldValues,
  problems: readonly InputProblem[] = [],
): FieldOnPage[] =>
  definitions.map(({ name, type, required, label, choices = [] }) => ({
    name,
    type,
    required,
    label: label[locale] || label.ja,
    choices: choices.map((choice) => ({
      value: choice.value,
      label: choice.label[locale] || choice.label.ja,
    })),
    value: String(values[name] ?? ''),
    problem: problems.find(({ field }) => field === `fields.${name}`)?.messages[locale],
  }));
