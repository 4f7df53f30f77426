import type { TenantId } from '#lib/kernel';
import { isDuplicate } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { accountsErrors } from '../accounts.errors.js';
import type { MemberRole } from '../domain/actor.js';
import { MemberRow } from './member.row.js';

@Injectable()
export class MembersStore {
  /** @throws BusinessError accounts.already-member */
  async insert(tx: Tx, member: MemberRow): Promise<void> {
    await tx
      .rows(MemberRow)
      .insert(member)
      .catch((error: unknown) => {
        throw isDuplicate(error) ? accountsErrors.alreadyMember({ field: 'email' }) : error;
      });
  }

  /** The oldest first; a tenant's people are few, so all of them. */
  list(tx: Tx, tenantId: TenantId): Promise<MemberRow[]> {
    return tx.rows(MemberRow).find({ where: { tenantId }, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  async find(tx: Tx, tenantId: TenantId, id: string): Promise<MemberRow | undefined> {
    return (await tx.rows(MemberRow).findOneBy({ tenantId, id })) ?? undefined;
  }

  async hasAddress(tx: Tx, tenantId: TenantId, emailKey: string): Promise<boolean> {
    const rows = await tx.query('SELECT FROM members WHERE tenant_id = $1 AND lower(email) = $2', [
      tenantId,
      emailKey,
    ]);
    return rows.length > 0;
  }

  /** Ids of the owners, locked until the transaction ends, so that two owners cannot remove each other. */
  async lockOwners(tx: Tx, tenantId: TenantId): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM members WHERE tenant_id = $1 AND role = 'owner' ORDER BY id FOR UPDATE`,
      [tenantId],
    );
    return rows.map(({ id }) => id);
  }

  async setRole(tx: Tx, tenantId: TenantId, id: string, role: MemberRole): Promise<void> {
    await tx.rows(MemberRow).update({ tenantId, id }, { role });
  }

  /** With the member go sessions and password links. */
  async delete(tx: Tx, tenantId: TenantId, id: string): Promise<void> {
    await tx.rows(MemberRow).delete({ tenantId, id });
  }
}
