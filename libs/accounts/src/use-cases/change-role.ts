import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { accountsErrors } from '../accounts.errors.js';
import { AuditTrail } from '../audit-trail.js';
import type { Actor, MemberRole } from '../domain/actor.js';
import { MembersStore } from '../store/members.store.js';

interface RoleChange {
  readonly tenantId: TenantId;
  readonly memberId: string;
  readonly role: MemberRole;
  readonly actor: Actor;
}

/** Gives a member another role, from the next request on. */
@Injectable()
export class ChangeRole {
  constructor(
    private readonly database: Database,
    private readonly members: MembersStore,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws BusinessError accounts.member-not-found, accounts.last-owner */
  async execute({ tenantId, memberId, role, actor }: RoleChange): Promise<void> {
    await this.database.inTenant(tenantId, async (tx) => {
      const owners = await this.members.lockOwners(tx, tenantId);
      const member = await this.members.find(tx, tenantId, memberId);
      if (!member) throw accountsErrors.memberNotFound();
      if (role !== 'owner' && owners.length === 1 && owners[0] === memberId)
        throw accountsErrors.lastOwner();
      await this.members.setRole(tx, tenantId, memberId, role);
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'member.role-changed',
        subject: { kind: 'member', id: memberId },
        details: { from: member.role, to: role },
      });
    });
  }
}
