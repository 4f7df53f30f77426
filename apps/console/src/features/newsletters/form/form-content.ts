import type { Schema } from '../../../api/client.js';

export type FormContent = Schema<'FormContentDto'>;
export type Field = Schema<'FieldDto'>;

/** What a new form begins with; the tenant's name goes into the notice that the law asks for. @clause W17.2 */
export const firstContent = (tenantName: string): FormContent => ({
  fields: [{ name: 'name', type: 'text', required: false, label: { ja: 'お名前', en: 'Name' } }],
  intro: { ja: '', en: '' },
  notice: {
    ja: `ご入力いただいた個人情報は、${tenantName}がメールマガジンの配信のために利用します。登録の日時やアクセスの記録を保存します。`,
    en: `${tenantName} uses what you enter to send this newsletter, and keeps a record of the sign-up and of access.`,
  },
  consent: {
    ja: '広告を含むメールを受け取ることに同意します。',
    en: 'I agree to receive mails that may contain advertising.',
  },
});

/** A field that no other has the name of. */
export const newField = (fields: readonly Field[]): Field => {
  const taken = new Set(fields.map(({ name }) => name));
  let number = fields.length + 1;
  while (taken.has(`field_${number}`)) number++;
  return { name: `field_${number}`, type: 'text', required: false, label: { ja: '', en: '' } };
};

/** The field as another type: choices come and go with the type that has them. */
export const asType = (field: Field, type: Field['type']): Field => {
  const { choices = [{ value: '', label: { ja: '', en: '' } }], ...rest } = field;
  return type === 'choice' ? { ...rest, type, choices } : { ...rest, type };
};

export const moved = <T>(items: readonly T[], from: number, by: -1 | 1): T[] => {
  const copy = [...items];
  const [item] = copy.splice(from, 1);
  if (item !== undefined) copy.splice(from + by, 0, item);
  return copy;
};
