import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Secrets } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import type { SignUpChannel } from '../domain/opt-in.js';
import { sealOrigin } from './consent-origin.js';

/** What shows that a person wanted this newsletter. Holds no address: a keyed hash recognises a given one. */
export interface ConsentRecord {
  readonly id: string;
  readonly subscriptionId: string;
  readonly newsletterId: string;
  readonly method: 'double-opt-in' | 'undo' | 'preferences';
  /** By which way the wish came; a form unless said otherwise. */
  readonly channel?: SignUpChannel;
  readonly at: Date;
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly requestedAt: Date | null;
  readonly requestIp: string | null;
  readonly formNumber: number | null;
  readonly addressProof: Buffer;
}

export type SuppressionReason =
  'unsubscribed' | 'removed_bounce' | 'removed_complaint' | 'removed_operator';

/** Consent records and suppressions: both outlive the person's row. @clause §3.7 E, S */
@Injectable()
export class EvidenceStore {
  constructor(private readonly secrets: Secrets) {}

  async recordConsent(tx: Tx, tenantId: TenantId, record: ConsentRecord): Promise<void> {
    await tx.execute(
      `INSERT INTO consent_records (tenant_id, id, subscription_id, newsletter_id, method, at, origin, requested_at,
                                    form_number, form_hash, address_proof, channel)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9,
               (SELECT text_hash FROM form_versions WHERE tenant_id = $1 AND newsletter_id = $4 AND number = $9), $10, $11)`,
      [
        tenantId,
        record.id,
        record.subscriptionId,
        record.newsletterId,
        record.method,
        record.at,
        sealOrigin(this.secrets, tenantId, record.id, record),
        record.requestedAt,
        record.formNumber,
        record.addressProof,
        record.channel ?? 'form',
      ],
    );
  }

  async suppress(
    tx: Tx,
    tenantId: TenantId,
    key: Buffer,
    reason: SuppressionReason,
    at: Date,
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO suppressions (tenant_id, address_hash, reason, at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (tenant_id, address_hash) DO UPDATE SET reason = EXCLUDED.reason, at = EXCLUDED.at`,
      [tenantId, key, reason, at],
    );
  }

  /** The person's own confirmation outranks an earlier leave, not what an operator decided. */
  async lift(tx: Tx, tenantId: TenantId, key: Buffer): Promise<void> {
    await tx.execute(
      `DELETE FROM suppressions WHERE tenant_id = $1 AND address_hash = $2 AND reason <> 'removed_operator'`,
      [tenantId, key],
    );
  }

  /** When the owner of an address last confirmed by a link of a fresh mail; a page of an older mail shows nothing. */
  async lastReached(tx: Tx, tenantId: TenantId, addressProof: Buffer): Promise<Date | undefined> {
    const [row] = await tx.query<{ at: Date | null }>(
      `SELECT max(at) AS at FROM consent_records
       WHERE tenant_id = $1 AND address_proof = $2 AND method IN ('double-opt-in', 'undo')`,
      [tenantId, addressProof],
    );
    return row?.at ?? undefined;
  }

  /** How many consented on the days in [from, until), both the start of a day in Japan, by the way of their wish. */
  async sources(
    tx: Tx,
    tenantId: TenantId,
    newsletterId: string,
    from: Date,
    until: Date,
  ): Promise<{ channel: SignUpChannel; joined: number }[]> {
    return tx.query(
      `SELECT channel, sum(joined)::int AS joined FROM source_days
       WHERE tenant_id = $1 AND newsletter_id = $2
         AND day >= ($3::timestamptz AT TIME ZONE 'Asia/Tokyo')::date
         AND day < ($4::timestamptz AT TIME ZONE 'Asia/Tokyo')::date
       GROUP BY channel ORDER BY joined DESC, channel`,
      [tenantId, newsletterId, from, until],
    );
  }

  /** The person left, was removed or complained, whenever that was. */
  async isSuppressed(tx: Tx, tenantId: TenantId, key: Buffer): Promise<boolean> {
    const rows = await tx.query(
      `SELECT FROM suppressions WHERE tenant_id = $1 AND address_hash = $2`,
      [tenantId, key],
    );
    return rows.length > 0;
  }

  async isBarred(tx: Tx, tenantId: TenantId, key: Buffer): Promise<boolean> {
    const rows = await tx.query(
      `SELECT FROM suppressions WHERE tenant_id = $1 AND address_hash = $2 AND reason = 'removed_operator'`,
      [tenantId, key],
    );
    return rows.length > 0;
  }
}
