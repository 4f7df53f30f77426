import type { Locale } from '#lib/kernel';

export interface WrittenNotice {
  readonly kind: string;
  /** `contracts.start-notice/1` */
  readonly template: string;
  readonly subject: string;
  readonly text: string;
}

/**
 * How a kind of notice is worded. One file a version: a new wording is a new file with the next number, so that it
 * stays known by which words somebody was told something.
 */
export interface NoticeTemplate<Values> {
  /** `library.subject` */
  readonly kind: string;
  readonly version: number;
  readonly texts: Readonly<
    Record<Locale, (values: Values) => { readonly subject: string; readonly text: string }>
  >;
}

/** Puts the values into the words of one language. */
export const write = <Values>(
  { kind, version, texts }: NoticeTemplate<Values>,
  locale: Locale,
  values: Values,
): WrittenNotice => ({ kind, template: `${kind}/${version}`, ...texts[locale](values) });

/** Lines of a text, each ended by `\n`. */
export const lines = (...text: readonly string[]): string => `${text.join('\n')}\n`;
