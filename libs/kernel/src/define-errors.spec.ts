import { describe, expect, test } from '@jest/globals';
import { BusinessError } from './business-error.js';
import { defineErrors } from './define-errors.js';

const errors = defineErrors({
  notDraft: {
    kind: 'conflict',
    code: 'sample.not-draft',
    ja: '下書きではありません。',
    en: 'This is no draft.',
  },
  tooMany: {
    kind: 'too-many',
    code: 'sample.too-many',
    ja: '{limit}件までです。{limit}件以内にしてください。',
    en: 'At most {limit} {things}.',
  },
});

/** Everything a caller can be told. */
function told(error: BusinessError): unknown {
  return { ...Object.fromEntries(Object.entries(error)), message: error.message };
}

describe('an error of a library', () => {
  test('carries its definition, and no empty fields', () => {
    const error = errors.notDraft();
    expect(error).toBeInstanceOf(BusinessError);
    expect(told(error)).toStrictEqual({
      name: 'BusinessError',
      message: 'sample.not-draft',
      kind: 'conflict',
      code: 'sample.not-draft',
      texts: { ja: '下書きではありません。', en: 'This is no draft.' },
      params: {},
    });
    expect(told(errors.notDraft({ field: undefined, retryAfterSeconds: undefined }))).toStrictEqual(
      told(error),
    );
  });

  test('fills both texts from its params, and tells the field and the wait', () => {
    const error = errors.tooMany({
      field: 'addresses',
      params: { limit: 3, things: '{limit} $& things', unused: 'x' },
      retryAfterSeconds: 60,
    });
    expect(told(error)).toStrictEqual({
      name: 'BusinessError',
      message: 'sample.too-many',
      kind: 'too-many',
      code: 'sample.too-many',
      texts: {
        ja: '3件までです。3件以内にしてください。',
        en: 'At most 3 {limit} $& things.',
      },
      params: { limit: 3, things: '{limit} $& things', unused: 'x' },
      field: 'addresses',
      retryAfterSeconds: 60,
    });
  });

  test('texts with places oblige the caller to fill them', () => {
    // @ts-expect-error -- `things` is missing
    const error = errors.tooMany({ params: { limit: 3 } });
    expect(error.texts.en).toBe('At most 3 {things}.');
  });

  test('a name from Object’s prototype is no param', () => {
    const { odd } = defineErrors({
      odd: { kind: 'invalid', code: 'sample.odd', ja: '{constructor}', en: '{constructor}' },
    });
    const params: Record<string, string> = {};
    // @ts-expect-error -- the place is not filled
    expect(odd({ params }).texts.en).toBe('{constructor}');
  });
});

test('a code has one meaning in a process', () => {
  const definition = { kind: 'invalid', code: 'sample.twice', ja: '一', en: 'one' } as const;
  defineErrors({ once: definition });
  expect(() => defineErrors({ again: definition })).toThrow('error code sample.twice is taken');
  expect(() =>
    defineErrors({
      a: { ...definition, code: 'sample.thrice' },
      b: { ...definition, code: 'sample.thrice' },
    }),
  ).toThrow('error code sample.thrice is taken');
});
