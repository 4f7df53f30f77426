import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { SenderProfile } from '../domain/sender-profile.js';
import { SenderProfileRow } from './sender-profile.row.js';

@Injectable()
export class SenderProfilesStore {
  async find(tx: Tx, tenantId: TenantId): Promise<SenderProfileRow | undefined> {
    return (await tx.rows(SenderProfileRow).findOneBy({ tenantId })) ?? undefined;
  }

  /** Replaces the version the caller knows (0: none yet) and gives whether it was still that one. */
  async replace(
    tx: Tx,
    tenantId: TenantId,
    known: number,
    profile: SenderProfile,
  ): Promise<boolean> {
    const values = [
      tenantId,
      known,
      profile.senderName,
      profile.fromAddress,
      profile.replyToAddress,
      profile.legal && JSON.stringify(profile.legal),
    ];
    const sql =
      known === 0
        ? `INSERT INTO sender_profiles (tenant_id, version, sender_name, from_address, reply_to_address, legal)
           VALUES ($1, $2 + 1, $3, $4, $5, $6) ON CONFLICT DO NOTHING`
        : `UPDATE sender_profiles SET version = $2 + 1, sender_name = $3, from_address = $4, reply_to_address = $5, legal = $6
           WHERE tenant_id = $1 AND version = $2`;
    return (await tx.execute(sql, values)) > 0;
  }
}
