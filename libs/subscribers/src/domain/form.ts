import type { Texts } from '#lib/kernel';
import type { FieldDefinition, InputProblem } from './form-field.js';

/** What a sign-up form shows and asks; frozen with its version once published. */
export interface FormContent {
  readonly fields: readonly FieldDefinition[];
  readonly intro: Texts;
  /** Who holds the data, that access is logged, what for. @clause W17.2 */
  readonly notice: Texts;
  /** The sentence beside the box that the person ticks. @clause §4.1 (3) */
  readonly consent: Texts;
  /** The tenant's own words in the mail that welcomes; the mails before it and the goodbye stay without any. */
  readonly welcome?: Texts;
}

const reserved = new Set(['email', 'consent', 'altcha', 'form', 'newsletter']);

const problem = (field: string, code: string, ja: string, en: string): InputProblem => ({
  field,
  code,
  messages: { ja, en },
});

/** What a draft may not even be stored with: the shape of its fields. */
export const problemsOfFields = (fields: readonly FieldDefinition[]): InputProblem[] =>
  fields.flatMap((field, i) => [
    ...nameProblems(field, i, fields),
    ...(field.type === 'choice' ? choiceProblems(field, i) : []),
  ]);

/** What keeps a draft from being published. @clause W17.2 */
export const problemsOfPublishing = (content: FormContent): InputProblem[] => [
  ...problemsOfFields(content.fields),
  ...missing(
    'notice',
    content.notice,
    '個人情報の取扱いの説明 (W17.2) を入力してください。',
    'Enter the notice on how personal data is handled (W17.2).',
  ),
  ...missing(
    'consent',
    content.consent,
    '同意の文を入力してください。',
    'Enter the sentence of consent.',
  ),
];

const nameProblems = (
  { name }: FieldDefinition,
  i: number,
  all: readonly FieldDefinition[],
): InputProblem[] => {
  const field = `fields[${i}].name`;
  if (!/^[a-z][a-z0-9_]{0,39}$/.test(name))
    return [
      problem(
        field,
        'bad-name',
        '英小文字で始まる英小文字・数字・_ で40文字以内にしてください。',
        'Use up to 40 small letters, digits and _, beginning with a letter.',
      ),
    ];
  if (reserved.has(name) || all.findIndex((other) => other.name === name) < i)
    return [problem(field, 'name-taken', 'この名前は使えません。', 'This name is already in use.')];
  return [];
};

const choiceProblems = ({ choices = [] }: FieldDefinition, i: number): InputProblem[] => {
  const values = choices.map(({ value }) => value);
  const good = values.length > 0 && new Set(values).size === values.length;
  return good
    ? []
    : [
        problem(
          `fields[${i}].choices`,
          'bad-choices',
          '選択肢を重複なく一つ以上入力してください。',
          'Give at least one option, each only once.',
        ),
      ];
};

const missing = (field: string, texts: Texts, ja: string, en: string): InputProblem[] =>
  (['ja', 'en'] as const)
    .filter((locale) => texts[locale].trim() === '')
    .map((locale) => problem(`${field}.${locale}`, 'missing', ja, en));
