import type { Actor, MemberRole, OperatorRole } from './actor.js';

export const tenantPermissions = [
  'newsletters.read',
  'newsletters.write',
  'subscribers.read',
  'subscribers.write',
  'campaigns.read',
  'campaigns.write',
  'campaigns.send',
  'members.read',
  'members.write',
  'keys.write',
  'settings.read',
  'settings.write',
  'audit.read',
  'billing.read',
  'contract.write',
  'notices.read',
  'webhooks.write',
] as const;
export type TenantPermission = (typeof tenantPermissions)[number];

export const operatorPermissions = [
  'tenants.read',
  'tenants.write',
  'tenants.act',
  'contracts.write',
  'operators.write',
  'queues.read',
  'audit.read-all',
  'billing.read-all',
  'billing.write',
  'inquiries.read',
  'inquiries.write',
  'deliverability.read',
  'deliverability.write',
  'terms.write',
] as const;
export type OperatorPermission = (typeof operatorPermissions)[number];

export type Permission = TenantPermission | OperatorPermission;

/** What an API key may be given: everything but the power over people, other keys, the contract and where news goes. */
export const keyScopes = tenantPermissions.filter(
  (permission) =>
    !['members.write', 'keys.write', 'contract.write', 'webhooks.write'].includes(permission),
);

const ofMember: Record<MemberRole, readonly TenantPermission[]> = {
  owner: tenantPermissions,
  editor: [
    'newsletters.read',
    'newsletters.write',
    'subscribers.read',
    'subscribers.write',
    'campaigns.read',
    'campaigns.write',
    'campaigns.send',
    'members.read',
    'settings.read',
  ],
  viewer: ['newsletters.read', 'subscribers.read', 'campaigns.read', 'settings.read'],
};

const ofOperator: Record<OperatorRole, readonly OperatorPermission[]> = {
  admin: operatorPermissions,
  billing: ['tenants.read', 'contracts.write', 'billing.read-all', 'billing.write'],
  support: [
    'tenants.read',
    'tenants.act',
    'queues.read',
    'inquiries.read',
    'inquiries.write',
    'deliverability.read',
  ],
};

/** What an operator may do in the name of a tenant: its daily work, and nothing about its people, keys or trail. */
const forTenants: readonly TenantPermission[] = [
  ...ofMember.editor.filter((permission) => permission !== 'members.read'),
  'settings.write',
];

/** All that the actor may do. The platform itself acts by no route, so it has none. */
export const permissionsOf = (actor: Actor): readonly Permission[] => {
  switch (actor.kind) {
    case 'member':
      return ofMember[actor.role];
    case 'operator':
      return actor.actingFor ? [...ofOperator[actor.role], ...forTenants] : ofOperator[actor.role];
    case 'api-key':
      return keyScopes.filter((scope) => actor.scopes.includes(scope));
    case 'system':
      return [];
  }
};

export const may = (actor: Actor, permission: Permission): boolean =>
  permissionsOf(actor).includes(permission);
