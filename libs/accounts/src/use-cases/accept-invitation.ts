import { Clock, newId } from '#lib/kernel';
import { Database } from '#platform/database';
import { hashToken } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import { accountsErrors } from '../accounts.errors.js';
import { AuditTrail } from '../audit-trail.js';
import { Passwords } from '../passwords.js';
import { InvitationsStore } from '../store/invitations.store.js';
import { MembersStore } from '../store/members.store.js';
import { ShowInvitation } from './show-invitation.js';

interface Acceptance {
  readonly token: string;
  readonly name: string;
  readonly password: string;
}

/** Makes the reader of an invitation a member and uses the invitation up. */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly database: Database,
    private readonly showInvitation: ShowInvitation,
    private readonly invitations: InvitationsStore,
    private readonly members: MembersStore,
    private readonly passwords: Passwords,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError accounts.invitation-not-found, accounts.already-member, and those of a bad password */
  async execute({ token, name, password }: Acceptance): Promise<void> {
    const { tenantId, email } = await this.showInvitation.execute(token);
    const passwordHash = await this.passwords.hash(password, email);
    const createdAt = this.clock.now();
    const id = newId(createdAt);
    await this.database.inTenant(tenantId, async (tx) => {
      const taken = await this.invitations.take(tx, tenantId, hashToken(token), createdAt);
      if (!taken) throw accountsErrors.invitationNotFound();
      await this.members.insert(tx, { tenantId, id, name, passwordHash, createdAt, ...taken });
      await this.audit.record(tx, {
        tenantId,
        actor: { kind: 'member', tenantId, memberId: id, role: taken.role },
        action: 'member.joined',
        subject: { kind: 'member', id },
        details: { role: taken.role },
      });
    });
  }
}
