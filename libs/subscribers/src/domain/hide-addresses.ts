import type { FieldValue, FieldValues } from './form-field.js';

/** Whatever stands around an @, as people write it; rather too much than too little. */
const address = /[^\s@＠<>()[\],;:、。：「」]+\s?[@＠]\s?[^\s@＠<>()[\],;:、。：「」]+/gu;

/** A text as a tenant may see it, and ask for it: of an address the first letter only. @clause W17.4 */
export const hideAddressesIn = (text: string): string =>
  /[@＠]/u.test(text) ? text.replace(address, (found) => `${found.slice(0, 1)}***`) : text;

const hidden = (value: FieldValue): FieldValue =>
  typeof value === 'string' ? hideAddressesIn(value) : value;

export const holdsAddress = (value: unknown): boolean =>
  typeof value === 'string' && hideAddressesIn(value) !== value;

/** Also the end of one, as a text is searched for: `@example.jp`. */
export const asksForAddress = (value: unknown): boolean =>
  holdsAddress(value) ||
  (typeof value === 'string' && /[@＠]\s?[^\s@＠.．。]+[.．。][^\s@＠]/u.test(value));

/** What people wrote about themselves, without the addresses that they wrote into it. @clause W17.4 */
export const hideAddresses = (fields: FieldValues): FieldValues =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, hidden(value)]));
