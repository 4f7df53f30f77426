import type { TenantId } from '#lib/kernel';

export const memberRoles = ['owner', 'editor', 'viewer'] as const;
export type MemberRole = (typeof memberRoles)[number];

export const operatorRoles = ['admin', 'billing', 'support'] as const;
export type OperatorRole = (typeof operatorRoles)[number];

/** Who acts: a person of a tenant, a person of the provider, a program of a tenant, or the platform by itself. */
export type Actor =
  | {
      readonly kind: 'member';
      readonly tenantId: TenantId;
      readonly memberId: string;
      readonly role: MemberRole;
    }
  | {
      readonly kind: 'operator';
      readonly operatorId: string;
      readonly role: OperatorRole;
      /** The tenant in whose name the operator works, with its recorded consent. @clause W9.4 */
      readonly actingFor?: TenantId;
    }
  | {
      readonly kind: 'api-key';
      readonly tenantId: TenantId;
      readonly keyId: string;
      readonly scopes: readonly string[];
    }
  | { readonly kind: 'system' };

/** The id of the actor's row; null for the platform itself. */
export const actorId = (actor: Actor): string | null => {
  switch (actor.kind) {
    case 'member':
      return actor.memberId;
    case 'operator':
      return actor.operatorId;
    case 'api-key':
      return actor.keyId;
    case 'system':
      return null;
  }
};

/** The tenant the actor belongs to or acts for; null for other operators and the platform itself. */
export const tenantOf = (actor: Actor): TenantId | null => {
  if (actor.kind === 'operator') return actor.actingFor ?? null;
  return 'tenantId' in actor ? actor.tenantId : null;
};
