import type { Texts } from '#lib/kernel';
import type { ValidationError } from 'class-validator';
import type { FieldProblem } from './problem.js';

/** What to say for each rule of class-validator that our field decorators use; `code` is the rule's name. */
const texts: Readonly<Record<string, Texts>> = {
  isString: { ja: '文字列で指定してください。', en: 'Must be text.' },
  isNotEmpty: { ja: '入力してください。', en: 'Must not be empty.' },
  minLength: { ja: '短すぎます。', en: 'Too short.' },
  maxLength: { ja: '長すぎます。', en: 'Too long.' },
  isUuid: { ja: 'ID の形式が正しくありません。', en: 'Not a valid id.' },
  isIn: { ja: '選べる値のいずれかを指定してください。', en: 'Must be one of the allowed values.' },
  isBoolean: { ja: 'true または false を指定してください。', en: 'Must be true or false.' },
  isInt: { ja: '整数で指定してください。', en: 'Must be a whole number.' },
  min: { ja: '小さすぎます。', en: 'Too small.' },
  max: { ja: '大きすぎます。', en: 'Too large.' },
  isInstant: {
    ja: '時差を含む日時 (例 2026-01-31T10:00:00+09:00) で指定してください。',
    en: 'Must be a date and time with its offset, such as 2026-01-31T10:00:00+09:00.',
  },
  isArray: { ja: '一覧 (配列) で指定してください。', en: 'Must be a list.' },
  arrayMinSize: { ja: '項目が足りません。', en: 'Too few items.' },
  arrayMaxSize: { ja: '項目が多すぎます。', en: 'Too many items.' },
  isObject: { ja: 'オブジェクトで指定してください。', en: 'Must be an object.' },
  isClean: {
    ja: '改行などの制御文字は使えません。',
    en: 'Must not contain line breaks or control characters.',
  },
  whitelistValidation: { ja: 'この項目はありません。', en: 'There is no such field.' },
  unknownValue: { ja: '読み取れませんでした。', en: 'Could not be read.' },
  matches: { ja: '形式が正しくありません。', en: 'Not in the right form.' },
};

const fallback: Texts = { ja: '正しくありません。', en: 'Not valid.' };

/** Flattens the tree of validation errors into one list, fields written `target.newsletterIds[0]`. */
export const fieldProblems = (errors: readonly ValidationError[], path = ''): FieldProblem[] =>
  errors.flatMap((error) => {
    const field = pathTo(path, error.property);
    const own = Object.keys(error.constraints ?? {}).map((code) => ({
      field,
      code,
      messages: texts[code] ?? fallback,
    }));
    return [...own, ...fieldProblems(error.children ?? [], field)];
  });

const pathTo = (path: string, property: string): string => {
  if (/^\d+$/.test(property)) return `${path}[${property}]`;
  return path ? `${path}.${property}` : property;
};
