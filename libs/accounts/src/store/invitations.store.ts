import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { MemberRole } from '../domain/actor.js';
import { InvitationRow } from './invitation.row.js';

export interface OpenInvitation {
  readonly tenantId: TenantId;
  readonly tenantName: string;
  readonly email: string;
  readonly role: MemberRole;
  readonly expiresAt: Date;
}

@Injectable()
export class InvitationsStore {
  /** Takes the place of an earlier invitation of the same address. */
  async replace(tx: Tx, tenantId: TenantId, invitation: InvitationRow): Promise<void> {
    await tx.execute(`DELETE FROM invitations WHERE tenant_id = $1 AND lower(email) = lower($2)`, [
      tenantId,
      invitation.email,
    ]);
    await tx.rows(InvitationRow).insert(invitation);
  }

  list(tx: Tx, tenantId: TenantId): Promise<InvitationRow[]> {
    return tx
      .rows(InvitationRow)
      .find({ where: { tenantId }, order: { createdAt: 'DESC', id: 'DESC' } });
  }

  /** By the token in the mail, whoever's it is; for pages where nobody is signed in. */
  async open(tx: Tx, tokenHash: Buffer, now: Date): Promise<OpenInvitation | undefined> {
    const [found] = await tx.query<OpenInvitation>(
      `SELECT i.tenant_id AS "tenantId", t.name AS "tenantName", i.email, i.role, i.expires_at AS "expiresAt"
       FROM invitations i JOIN tenants t ON t.id = i.tenant_id
       WHERE i.token_hash = $1 AND i.expires_at > $2`,
      [tokenHash, now],
    );
    return found;
  }

  /** Uses the invitation up: of two who try at once, one gets it. */
  async take(
    tx: Tx,
    tenantId: TenantId,
    tokenHash: Buffer,
    now: Date,
  ): Promise<{ email: string; role: MemberRole } | undefined> {
    const [taken] = await tx.query<{ email: string; role: MemberRole }>(
      `DELETE FROM invitations WHERE tenant_id = $1 AND token_hash = $2 AND expires_at > $3
       RETURNING email, role`,
      [tenantId, tokenHash, now],
    );
    return taken;
  }

  /** Gives whether there was one. */
  async delete(tx: Tx, tenantId: TenantId, id: string): Promise<boolean> {
    return (
      (await tx.execute('DELETE FROM invitations WHERE tenant_id = $1 AND id = $2', [
        tenantId,
        id,
      ])) > 0
    );
  }

  async deleteExpired(tx: Tx, before: Date): Promise<void> {
    await tx.execute('DELETE FROM invitations WHERE expires_at < $1', [before]);
  }
}
