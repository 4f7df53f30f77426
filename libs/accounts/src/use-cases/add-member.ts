import { Clock, newId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit-trail.js';
import type { MemberRole } from '../domain/actor.js';
import { readEmail } from '../domain/read-email.js';
import { Passwords } from '../passwords.js';
import { MembersStore } from '../store/members.store.js';

interface NewMember {
  readonly tenantId: TenantId;
  readonly email: string;
  readonly name: string;
  readonly role: MemberRole;
  readonly password: string;
}

/** Adds a member without an invitation: for setting up an installation. Gives the id. */
@Injectable()
export class AddMember {
  constructor(
    private readonly database: Database,
    private readonly members: MembersStore,
    private readonly passwords: Passwords,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError accounts.already-member, accounts.bad-address, and those of a bad password */
  async execute({ tenantId, email, name, role, password }: NewMember): Promise<string> {
    const address = readEmail(email, 'email').toString();
    const passwordHash = await this.passwords.hash(password, address);
    const createdAt = this.clock.now();
    const id = newId(createdAt);
    await this.database.inTenant(tenantId, async (tx) => {
      const member = { tenantId, id, email: address, name, role, passwordHash, createdAt };
      await this.members.insert(tx, member);
      await this.audit.record(tx, {
        tenantId,
        actor: { kind: 'system' },
        action: 'member.added',
        subject: { kind: 'member', id },
        details: { role },
      });
    });
    return id;
  }
}
