import type { BusinessError, ErrorKind, Locale, Texts } from '#lib/kernel';

/** One thing to mend in the input. */
export interface FieldProblem {
  readonly field: string;
  readonly code: string;
  readonly messages: Texts;
}

/**
 * The body of every refusal. `code` is stable and comparable; `detail` is for people, in the language asked for,
 * and `messages` holds it in both.
 * @rfc 9457
 */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly messages: Texts;
  readonly field?: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly errors?: readonly FieldProblem[];
}

const kinds: Record<ErrorKind, { status: number; title: Texts }> = {
  invalid: {
    status: 422,
    title: { ja: '入力内容をご確認ください', en: 'Please check your input' },
  },
  unauthenticated: { status: 401, title: { ja: 'サインインが必要です', en: 'Sign-in required' } },
  forbidden: { status: 403, title: { ja: '許可されていません', en: 'Not allowed' } },
  'not-found': { status: 404, title: { ja: '見つかりません', en: 'Not found' } },
  conflict: {
    status: 409,
    title: { ja: '現在の状態では実行できません', en: 'Not possible in the current state' },
  },
  'too-many': { status: 429, title: { ja: 'しばらくお待ちください', en: 'Please wait a while' } },
  unavailable: {
    status: 503,
    title: { ja: '一時的に利用できません', en: 'Temporarily unavailable' },
  },
};

const typeOf = (code: string): string => `urn:hikyaku:problem:${code}`;

export const problemOf = (
  error: BusinessError,
  locale: Locale,
  errors?: readonly FieldProblem[],
): Problem => {
  const { status, title } = kinds[error.kind];
  return {
    type: typeOf(error.code),
    title: title[locale],
    status,
    code: error.code,
    detail: error.texts[locale],
    messages: error.texts,
    ...(error.field !== undefined && { field: error.field }),
    ...(Object.keys(error.params).length > 0 && { params: error.params }),
    ...(errors && { errors }),
  };
};
