import type { TenantId } from '#lib/kernel';
import type { Actor } from './actor.js';

/** Which row a person signs in with. A person who belongs to two tenants has two, each with its own password. */
export type AccountRef =
  | { readonly kind: 'member'; readonly tenantId: TenantId; readonly id: string }
  | { readonly kind: 'operator'; readonly tenantId: null; readonly id: string };

/** The account of a person; undefined for programs and the platform itself. */
export const accountOf = (actor: Actor): AccountRef | undefined => {
  switch (actor.kind) {
    case 'member':
      return { kind: 'member', tenantId: actor.tenantId, id: actor.memberId };
    case 'operator':
      return { kind: 'operator', tenantId: null, id: actor.operatorId };
    case 'api-key':
    case 'system':
      return undefined;
  }
};

/** Where an account's browser stands, as far as it is kept. */
export interface Whereabouts {
  /** `Chrome · Windows`. */
  readonly device: string;
  /** A whole IPv4 address, or the /64 of an IPv6 one. */
  readonly network: string;
}
