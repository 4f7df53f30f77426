import { asTenantId } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import type { Actor } from './actor.js';
import {
  keyScopes,
  may,
  operatorPermissions,
  permissionsOf,
  tenantPermissions,
} from './permissions.js';
import type { Permission } from './permissions.js';

const tenantId = asTenantId('00000000-0000-7000-8000-000000000001');
const id = '00000000-0000-7000-8000-000000000002';

const actors: Record<string, Actor> = {
  owner: { kind: 'member', tenantId, memberId: id, role: 'owner' },
  editor: { kind: 'member', tenantId, memberId: id, role: 'editor' },
  viewer: { kind: 'member', tenantId, memberId: id, role: 'viewer' },
  admin: { kind: 'operator', operatorId: id, role: 'admin' },
  billing: { kind: 'operator', operatorId: id, role: 'billing' },
  support: { kind: 'operator', operatorId: id, role: 'support' },
  system: { kind: 'system' },
};

/** Who may, by permission; whoever is not named may not. */
const table: Record<Permission, string> = {
  'newsletters.read': 'owner editor viewer',
  'newsletters.write': 'owner editor',
  'subscribers.read': 'owner editor viewer',
  'subscribers.write': 'owner editor',
  'campaigns.read': 'owner editor viewer',
  'campaigns.write': 'owner editor',
  'campaigns.send': 'owner editor',
  'members.read': 'owner editor',
  'members.write': 'owner',
  'keys.write': 'owner',
  'settings.read': 'owner editor viewer',
  'settings.write': 'owner',
  'audit.read': 'owner',
  'billing.read': 'owner',
  'contract.write': 'owner',
  'notices.read': 'owner',
  'webhooks.write': 'owner',
  'tenants.read': 'admin billing support',
  'tenants.write': 'admin',
  'tenants.act': 'admin support',
  'contracts.write': 'admin billing',
  'operators.write': 'admin',
  'queues.read': 'admin support',
  'audit.read-all': 'admin',
  'billing.read-all': 'admin billing',
  'billing.write': 'admin billing',
  'inquiries.read': 'admin support',
  'inquiries.write': 'admin support',
  'deliverability.read': 'admin support',
  'deliverability.write': 'admin',
  'terms.write': 'admin',
};

describe('permissions', () => {
  it.each(Object.entries(table) as [Permission, string][])('%s is for %s', (permission, who) => {
    const allowed = Object.keys(actors).filter((name) => {
      const actor = actors[name];
      return actor && may(actor, permission);
    });
    expect(allowed.join(' ')).toBe(who);
  });

  it('are all in the table', () => {
    expect(Object.keys(table)).toEqual([...tenantPermissions, ...operatorPermissions]);
  });
});

describe('an operator in the name of a tenant', () => {
  it('does its daily work, and touches neither people, keys nor the trail', () => {
    const support = permissionsOf(actors.support ?? { kind: 'system' });
    const acting = permissionsOf({ ...actors.support, actingFor: tenantId } as Actor);
    const gained = acting.filter((permission) => !support.includes(permission));
    expect(gained).toEqual(expect.arrayContaining(['campaigns.send', 'settings.write']));
    expect(gained.filter((p) => /^(members|keys|audit)/.test(p))).toEqual([]);
  });
});

describe('an API key', () => {
  const key = (scopes: string[]): Actor => ({ kind: 'api-key', tenantId, keyId: id, scopes });

  it('may what its scopes say and nothing else', () => {
    expect(permissionsOf(key(['campaigns.send', 'subscribers.read']))).toEqual([
      'subscribers.read',
      'campaigns.send',
    ]);
  });

  it('never gets power over people, keys or other tenants, whatever its row says', () => {
    const greedy = permissionsOf(key([...tenantPermissions, ...operatorPermissions]));
    expect(greedy).toEqual(keyScopes);
    expect(tenantPermissions.filter((permission) => !greedy.includes(permission))).toEqual([
      'members.write',
      'keys.write',
      'contract.write',
      'webhooks.write',
    ]);
  });
});
