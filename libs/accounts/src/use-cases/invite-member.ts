import { Clock, newId, randomToken } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { PostNotice } from '#lib/notices';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { hashToken } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import { accountsErrors } from '../accounts.errors.js';
import { AuditTrail } from '../audit-trail.js';
import type { Actor, MemberRole } from '../domain/actor.js';
import { invitationMail } from '../domain/mails.js';
import { readEmail } from '../domain/read-email.js';
import { InvitationsStore } from '../store/invitations.store.js';
import { MembersStore } from '../store/members.store.js';
import { Tenants } from '../tenants.js';

interface NewInvitation {
  readonly tenantId: TenantId;
  readonly email: string;
  /** What the caller's form calls the address; `email` by default. */
  readonly field?: string;
  readonly role: MemberRole;
  readonly actor: Actor;
}

const lifeMs = 7 * 86_400_000;

/** Mails a link that makes its reader a member, once, within seven days. A second invitation voids the first. */
@Injectable()
export class InviteMember {
  constructor(
    private readonly database: Database,
    private readonly invitations: InvitationsStore,
    private readonly members: MembersStore,
    private readonly tenants: Tenants,
    private readonly postNotice: PostNotice,
    private readonly audit: AuditTrail,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  execute(invitation: NewInvitation): Promise<string> {
    return this.database.inTenant(invitation.tenantId, (tx) => this.within(tx, invitation));
  }

  /**
   * Gives the id of the invitation.
   * @throws BusinessError accounts.already-member, accounts.bad-address
   */
  async within(
    tx: Tx,
    { tenantId, email, field = 'email', role, actor }: NewInvitation,
  ): Promise<string> {
    const address = readEmail(email, field);
    if (await this.members.hasAddress(tx, tenantId, address.key))
      throw accountsErrors.alreadyMember({ field });
    const createdAt = this.clock.now();
    const id = newId(createdAt);
    const token = randomToken();
    const expiresAt = new Date(createdAt.getTime() + lifeMs);
    await this.invitations.replace(tx, tenantId, {
      tenantId,
      id,
      email: address.toString(),
      role,
      tokenHash: hashToken(token),
      createdAt,
      expiresAt,
    });
    const tenant = await this.tenants.get(tx, tenantId);
    const url = `${this.config.publicUrl}/invitation/${token}`;
    await this.postNotice.within(tx, {
      tenantId,
      kind: 'accounts.invitation',
      to: { address: address.toString() },
      locale: tenant.locale,
      ...invitationMail[tenant.locale]({ tenantName: tenant.name, url, expiresAt }),
    });
    await this.audit.record(tx, {
      tenantId,
      actor,
      action: 'member.invited',
      subject: { kind: 'invitation', id },
      details: { role },
    });
    return id;
  }
}
