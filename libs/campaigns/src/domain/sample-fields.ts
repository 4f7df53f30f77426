import type { Locale } from '#lib/kernel';

/** A field that a form asks for. */
interface Field {
  readonly name: string;
  readonly type: 'text' | 'choice' | 'date' | 'number';
  readonly choices?: readonly { readonly value: string }[];
}

/** What a made-up reader entered into the form, so that every merge field shows something. */
export const sampleFields = (
  fields: readonly Field[],
  locale: Locale,
): Record<string, string | number> =>
  Object.fromEntries(fields.map((field) => [field.name, sampleOf(field, locale)]));

const sampleOf = (field: Field, locale: Locale): string | number => {
  switch (field.type) {
    case 'choice':
      return field.choices?.[0]?.value ?? '';
    case 'date':
      return '2000-01-01';
    case 'number':
      return 1;
    case 'text':
      return locale === 'ja' ? '見本' : 'Sample';
  }
};
