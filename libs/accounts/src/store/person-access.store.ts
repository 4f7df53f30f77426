import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

export interface FiledSignIn {
  readonly lastSeenAt: Date;
  readonly device: string;
  readonly network: string;
}

export interface FiledDeed {
  readonly at: Date;
  readonly action: string;
}

/** The records of access of one member, for that member alone. @clause W17.1, P4-4 */
@Injectable()
export class PersonAccess {
  /** Browsers and networks it signed in from; the transaction must be the system's. */
  signIns(tx: Tx, tenantId: TenantId, memberId: string): Promise<FiledSignIn[]> {
    return tx.query<FiledSignIn>(
      `SELECT seen_at AS "lastSeenAt", device, network FROM sessions WHERE tenant_id = $1 AND member_id = $2
       UNION SELECT seen_at, device, network FROM known_devices WHERE tenant_id = $1 AND member_id = $2
       ORDER BY 1, 2, 3`,
      [tenantId, memberId],
    );
  }

  /** What it did, the oldest first. */
  deeds(tx: Tx, tenantId: TenantId, memberId: string): Promise<FiledDeed[]> {
    return tx.query<FiledDeed>(
      `SELECT at, action FROM audit_trail WHERE tenant_id = $1 AND actor_kind = 'member' AND actor_id = $2
       ORDER BY at, id`,
      [tenantId, memberId],
    );
  }
}
