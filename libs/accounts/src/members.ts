import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import type { Mailbox } from '#platform/smtp';
import { Injectable } from '@nestjs/common';
import { accountsErrors } from './accounts.errors.js';
import { may } from './domain/permissions.js';
import type { TenantPermission } from './domain/permissions.js';
import { MembersStore } from './store/members.store.js';

/** Reads members, for libraries that write to one. */
@Injectable()
export class Members {
  constructor(private readonly members: MembersStore) {}

  /** Where the member is written to. @throws BusinessError accounts.member-not-found */
  async mailbox(tx: Tx, tenantId: TenantId, memberId: string): Promise<Mailbox> {
    const mailbox = await this.find(tx, tenantId, memberId);
    if (!mailbox) throw accountsErrors.memberNotFound();
    return mailbox;
  }

  /** The same of somebody who may have left. */
  async find(tx: Tx, tenantId: TenantId, memberId: string): Promise<Mailbox | undefined> {
    const member = await this.members.find(tx, tenantId, memberId);
    return member && { name: member.name, address: member.email };
  }

  /** The member who signs in with that address. */
  async byAddress(
    tx: Tx,
    tenantId: TenantId,
    email: string,
  ): Promise<
    { id: string; name: string; email: string; role: string; createdAt: Date } | undefined
  > {
    const all = await this.members.list(tx, tenantId);
    return all.find((member) => member.email.toLowerCase() === email.toLowerCase());
  }

  /** Where those with the permission are written to, the oldest first, but for one of them. */
  async others(
    tx: Tx,
    tenantId: TenantId,
    permission: TenantPermission,
    besides: string | null,
  ): Promise<Mailbox[]> {
    return (await this.members.list(tx, tenantId))
      .filter(({ id, role }) => {
        const mayDoIt = may({ kind: 'member', tenantId, memberId: id, role }, permission);
        return mayDoIt && id !== besides;
      })
      .map(({ name, email }) => ({ name, address: email }));
  }

  /** Where the owners are written to, the oldest first. */
  async owners(tx: Tx, tenantId: TenantId): Promise<Mailbox[]> {
    return (await this.members.list(tx, tenantId))
      .filter(({ role }) => role === 'owner')
      .map(({ name, email }) => ({ name, address: email }));
  }
}
