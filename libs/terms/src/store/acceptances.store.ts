import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

export interface Acceptance {
  readonly documentId: string;
  readonly number: number;
  readonly memberId: string;
  /** `deemed`: went on using the service after the version took effect. @clause P4-10 */
  readonly how: 'explicit' | 'deemed';
  readonly at: Date;
  /** Of the text that was accepted. */
  readonly hash: string;
}

/** Who accepted which version. Added to, never changed. */
@Injectable()
export class AcceptancesStore {
  /** False when the member had accepted that version before; what counted first stays. */
  async add(tx: Tx, tenantId: TenantId, acceptance: Acceptance): Promise<boolean> {
    const { documentId, number, memberId, how, at, hash } = acceptance;
    const added = await tx.execute(
      `INSERT INTO terms_acceptances (tenant_id, document_id, number, member_id, how, at, hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      [tenantId, documentId, number, memberId, how, at, hash],
    );
    return added === 1;
  }

  /** False when the tenant has been told of that version before. */
  async noteAnnounced(
    tx: Tx,
    tenantId: TenantId,
    { documentId, number }: Pick<Acceptance, 'documentId' | 'number'>,
  ): Promise<boolean> {
    const noted = await tx.execute(
      `INSERT INTO terms_announcements (tenant_id, document_id, number) VALUES ($1, $2, $3)
       ON CONFLICT DO NOTHING`,
      [tenantId, documentId, number],
    );
    return noted === 1;
  }

  of(tx: Tx, tenantId: TenantId): Promise<Acceptance[]> {
    return tx.query<Acceptance>(
      `SELECT document_id AS "documentId", number, member_id AS "memberId", how, at, hash
       FROM terms_acceptances WHERE tenant_id = $1 ORDER BY at, number`,
      [tenantId],
    );
  }
}
