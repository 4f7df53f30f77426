import type { FieldValue, FieldValues } from './form-field.js';

/** Whatever stands around an @, as people write it; rather too much than too little. */
const address = /[^\s@＠<>()[\],;:、。：「」]+\s?[@＠]\s?[^\s@＠<>()[\],;:、。：「」]+/gu;

const hidden = (value: FieldValue): FieldValue =>
  typeof value === 'string' ? value.replace(address, (found) => `${found.slice(0, 1)}***`) : value;

/** What people wrote about themselves, without the addresses that they wrote into it. @clause W17.4 */
export const hideAddresses = (fields: FieldValues): FieldValues =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, hidden(value)]));
