/** A mailbox of ours that is told by its name alone. */
export type NamedBox =
  | { readonly kind: 'unsubscribe'; readonly token: string }
  | { readonly kind: 'join' | 'leave'; readonly code: string }
  /** Where a notice of ours comes back to. */
  | { readonly kind: 'returned-notice'; readonly address: string }
  /** Notices under a contract, and questions; the tenant's own ones carry its name. @clause W15.1, W23.1 */
  | { readonly kind: 'notice' | 'support'; readonly tenantSlug: string | null }
  /** Where feedback reports come to. @rfc 9477 */
  | { readonly kind: 'complaints' }
  | { readonly kind: 'operator'; readonly box: 'postmaster' | 'abuse' };

/**
 * Reads an address under our mail domain; undefined for any other. Postmaster needs no domain.
 * @rfc 2142, 2369, 5321 §4.5.1
 */
export const namedBoxOf = (address: string, mailDomain: string): NamedBox | undefined => {
  if (address.toLowerCase() === 'postmaster') return { kind: 'operator', box: 'postmaster' };
  const at = address.lastIndexOf('@');
  if (address.slice(at + 1).toLowerCase() !== mailDomain) return undefined;
  const local = address.slice(0, at).toLowerCase();
  if (local === 'postmaster' || local === 'abuse') return { kind: 'operator', box: local };
  if (local === 'complaints') return { kind: 'complaints' };
  if (/^returned-[0-9a-f]{32}$/.test(local)) return { kind: 'returned-notice', address };
  return signedBox(local) ?? dedicatedBox(local) ?? officeBox(local);
};

const signedBox = (local: string): NamedBox | undefined => {
  const token = /^unsubscribe-([a-z2-7]{16,64})$/.exec(local)?.[1];
  return token === undefined ? undefined : { kind: 'unsubscribe', token };
};

const dedicatedBox = (local: string): NamedBox | undefined => {
  const [, kind, code] = /^(join|leave)-([a-z2-7]{10})$/.exec(local) ?? [];
  return code === undefined ? undefined : { kind: kind === 'join' ? 'join' : 'leave', code };
};

const officeBox = (local: string): NamedBox | undefined => {
  const [whole, kind, tenantSlug] = /^(notice|support)(?:-([a-z0-9-]{1,63}))?$/.exec(local) ?? [];
  return whole === undefined
    ? undefined
    : { kind: kind === 'notice' ? 'notice' : 'support', tenantSlug: tenantSlug ?? null };
};
