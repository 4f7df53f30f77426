import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { accountsErrors } from '../accounts.errors.js';
import { AuditTrail } from '../audit-trail.js';
import type { Actor } from '../domain/actor.js';
import { InvitationsStore } from '../store/invitations.store.js';

interface Withdrawal {
  readonly tenantId: TenantId;
  readonly invitationId: string;
  readonly actor: Actor;
}

@Injectable()
export class WithdrawInvitation {
  constructor(
    private readonly database: Database,
    private readonly invitations: InvitationsStore,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws BusinessError accounts.invitation-not-found */
  async execute({ tenantId, invitationId, actor }: Withdrawal): Promise<void> {
    await this.database.inTenant(tenantId, async (tx) => {
      if (!(await this.invitations.delete(tx, tenantId, invitationId)))
        throw accountsErrors.invitationNotFound();
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'invitation.withdrawn',
        subject: { kind: 'invitation', id: invitationId },
      });
    });
  }
}
