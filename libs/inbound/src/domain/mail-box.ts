/** A mailbox of ours that is told by its name alone. */
export type NamedBox =
  | { readonly kind: 'unsubscribe'; readonly token: string }
  | { readonly kind: 'operator'; readonly box: 'postmaster' | 'abuse' };

/**
 * Reads an address under our mail domain; undefined for any other.
 * @rfc 2142, 2369
 */
export const namedBoxOf = (address: string, mailDomain: string): NamedBox | undefined => {
  const at = address.lastIndexOf('@');
  if (address.slice(at + 1).toLowerCase() !== mailDomain) return undefined;
  const local = address.slice(0, at).toLowerCase();
  if (local === 'postmaster' || local === 'abuse') return { kind: 'operator', box: local };
  const token = /^unsubscribe-([a-z2-7]{16,64})$/.exec(local)?.[1];
  return token === undefined ? undefined : { kind: 'unsubscribe', token };
};
