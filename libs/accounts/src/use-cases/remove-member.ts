import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { accountsErrors } from '../accounts.errors.js';
import { AuditTrail } from '../audit-trail.js';
import type { Actor } from '../domain/actor.js';
import { MembersStore } from '../store/members.store.js';

interface Removal {
  readonly tenantId: TenantId;
  readonly memberId: string;
  readonly actor: Actor;
}

/** Removes a member and ends the sessions; the audit trail keeps the name. */
@Injectable()
export class RemoveMember {
  constructor(
    private readonly database: Database,
    private readonly members: MembersStore,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws BusinessError accounts.member-not-found, accounts.last-owner */
  async execute({ tenantId, memberId, actor }: Removal): Promise<void> {
    await this.database.inTenant(tenantId, async (tx) => {
      const owners = await this.members.lockOwners(tx, tenantId);
      const member = await this.members.find(tx, tenantId, memberId);
      if (!member) throw accountsErrors.memberNotFound();
      if (owners.length === 1 && owners[0] === memberId) throw accountsErrors.lastOwner();
      await this.members.delete(tx, tenantId, memberId);
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'member.removed',
        subject: { kind: 'member', id: memberId },
        details: { name: member.name, role: member.role },
      });
    });
  }
}
