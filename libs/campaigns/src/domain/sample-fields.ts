import type { Locale } from '#lib/kernel';
import type { FieldDefinition, FieldValues } from '#lib/subscribers';

/** What a made-up reader entered into the form, so that every merge field shows something. */
export const sampleFields = (fields: readonly FieldDefinition[], locale: Locale): FieldValues =>
  Object.fromEntries(fields.map((field) => [field.name, sampleOf(field, locale)]));

const sampleOf = (field: FieldDefinition, locale: Locale): string | number => {
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
