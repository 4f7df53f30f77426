import type { TenantId } from '#lib/kernel';

/** Which row a person signs in with. A person who belongs to two tenants has two, each with its own password. */
export type AccountRef =
  | { readonly kind: 'member'; readonly tenantId: TenantId; readonly id: string }
  | { readonly kind: 'operator'; readonly tenantId: null; readonly id: string };
