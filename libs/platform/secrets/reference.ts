import type { SecretPurpose, Secrets } from './secrets.js';

/** An id in a link that nobody can make up, bound to its owner. It hides nothing. */
export const sealReference = (
  secrets: Secrets,
  purpose: SecretPurpose,
  owner: string,
  id: string,
): string => `${id}.${secrets.seal(purpose, `${owner} ${id}`)}`;

/** Undoes {@link sealReference}; undefined for what it did not make for that owner. */
export const openReference = (
  secrets: Secrets,
  purpose: SecretPurpose,
  owner: string,
  reference: string,
): string | undefined => {
  const [id = '', seal = ''] = reference.split('.', 2);
  return secrets.isSealOf(seal, purpose, `${owner} ${id}`) ? id : undefined;
};
