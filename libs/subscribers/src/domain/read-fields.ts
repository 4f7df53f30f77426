import { PlainDate } from '#lib/kernel';
import type { Texts } from '#lib/kernel';
import type { FieldDefinition, FieldValue, FieldValues, InputProblem } from './form-field.js';

export const maxFieldLength = 200;

const messages = {
  missing: { ja: '入力してください。', en: 'Please fill this in.' },
  'too-long': { ja: '200文字以内で入力してください。', en: 'Use at most 200 characters.' },
  'not-clean': { ja: '改行などの文字は使えません。', en: 'Line breaks cannot be used here.' },
  'not-a-choice': { ja: '選択肢から選んでください。', en: 'Please choose one of the options.' },
  'not-a-date': {
    ja: '日付を 2026-01-31 の形で入力してください。',
    en: 'Enter a date such as 2026-01-31.',
  },
  'not-a-number': { ja: '数字で入力してください。', en: 'Enter a number.' },
} as const satisfies Record<string, Texts>;

type Problem = keyof typeof messages;

export interface FieldsReading {
  readonly values: FieldValues;
  readonly problems: readonly InputProblem[];
}

/**
 * Reads what a person typed into the declared fields; anything not declared is not even looked at. An empty
 * optional field becomes null.
 */
export const readFields = (
  definitions: readonly FieldDefinition[],
  input: Readonly<Record<string, unknown>>,
): FieldsReading => {
  const values: Record<string, FieldValue> = {};
  const problems: InputProblem[] = [];
  for (const definition of definitions) {
    const given = Object.hasOwn(input, definition.name) ? input[definition.name] : undefined;
    const reading = readField(definition, given);
    if ('value' in reading) values[definition.name] = reading.value;
    else
      problems.push({
        field: `fields.${definition.name}`,
        code: reading.problem,
        messages: messages[reading.problem],
      });
  }
  return { values, problems };
};

type Reading = { value: FieldValue } | { problem: Problem };

const readField = (definition: FieldDefinition, given: unknown): Reading => {
  const text = typeof given === 'string' || typeof given === 'number' ? String(given).trim() : '';
  if (text === '') return definition.required ? { problem: 'missing' } : { value: null };
  if (text.length > maxFieldLength) return { problem: 'too-long' };
  if (/\p{Cc}/u.test(text)) return { problem: 'not-clean' };
  return readers[definition.type](text, definition);
};

const readers: Record<
  FieldDefinition['type'],
  (text: string, definition: FieldDefinition) => Reading
> = {
  text: (text) => ({ value: text }),
  choice: (text, { choices = [] }) =>
    choices.some(({ value }) => value === text) ? { value: text } : { problem: 'not-a-choice' },
  date: (text) => (isDate(text) ? { value: text } : { problem: 'not-a-date' }),
  number: (text) => {
    const plain = text.normalize('NFKC').replaceAll(',', '');
    const value = Number(plain);
    return /^[-+]?\d{1,15}(\.\d{1,6})?$/.test(plain) ? { value } : { problem: 'not-a-number' };
  },
};

export const isDate = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
};
