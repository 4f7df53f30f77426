import type { TenantId } from '#lib/kernel';
import type { Position } from '#platform/http';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { AbuseCase, Outcome } from '../domain/prohibited-acts.js';

const columns = `id, tenant_id AS "tenantId", code, summary, inquiry_id AS "inquiryId", campaign_id AS "campaignId",
  detector, evidence, opened_at AS "openedAt",
  outcome, reason, decided_at AS "decidedAt"`;

export interface HandledCase extends AbuseCase {
  readonly openedBy: string | null;
  readonly decidedBy: string | null;
}

/** Cases of prohibited acts. */
@Injectable()
export class CasesStore {
  /** False when a detector has proposed the same already and nobody has decided. */
  async add(tx: Tx, c: AbuseCase, openedBy: string | null): Promise<boolean> {
    const added = await tx.execute(
      `INSERT INTO abuse_cases
         (id, tenant_id, code, summary, inquiry_id, opened_at, opened_by, campaign_id, detector, evidence)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING`,
      [
        ...[c.id, c.tenantId, c.code, c.summary, c.inquiryId, c.openedAt, openedBy],
        ...[c.campaignId, c.detector, c.evidence === null ? null : JSON.stringify(c.evidence)],
      ],
    );
    return added === 1;
  }

  /** Whether a detector said that of the tenant or campaign since then, or it is still open. */
  async isProposed(
    tx: Tx,
    tenantId: TenantId,
    sign: { detector: string; campaignId: string | null; since: Date },
  ): Promise<boolean> {
    const rows = await tx.query(
      `SELECT FROM abuse_cases
       WHERE tenant_id = $1 AND detector = $2 AND campaign_id IS NOT DISTINCT FROM $3
         AND (outcome IS NULL OR opened_at >= $4) LIMIT 1`,
      [tenantId, sign.detector, sign.campaignId, sign.since],
    );
    return rows.length > 0;
  }

  /** One more than `limit`, the newest first. */
  page(
    tx: Tx,
    openOnly: boolean,
    limit: number,
    after: Position | undefined,
  ): Promise<AbuseCase[]> {
    return tx.query<AbuseCase>(
      `SELECT ${columns} FROM abuse_cases
       WHERE (NOT $1 OR outcome IS NULL) AND ($2::uuid IS NULL OR (opened_at, id) < ($3::timestamptz, $2::uuid))
       ORDER BY opened_at DESC, id DESC LIMIT $4`,
      [openOnly, after?.id ?? null, after?.sort ?? null, limit + 1],
    );
  }

  async get(tx: Tx, id: string): Promise<AbuseCase | undefined> {
    const [found] = await tx.query<AbuseCase>(
      `SELECT ${columns} FROM abuse_cases WHERE id = $1 FOR UPDATE`,
      [id],
    );
    return found;
  }

  /** With the operators' ids: who opened it, unless a detector did, and who decided. */
  async read(tx: Tx, id: string): Promise<HandledCase | undefined> {
    const [found] = await tx.query<HandledCase>(
      `SELECT ${columns}, opened_by AS "openedBy", decided_by AS "decidedBy"
       FROM abuse_cases WHERE id = $1`,
      [id],
    );
    return found;
  }

  /** Other cases of the same tenant, the newest first. */
  others(tx: Tx, { id, tenantId }: AbuseCase, limit: number): Promise<AbuseCase[]> {
    return tx.query<AbuseCase>(
      `SELECT ${columns} FROM abuse_cases
       WHERE tenant_id = $1 AND id <> $2 ORDER BY opened_at DESC, id DESC LIMIT $3`,
      [tenantId, id, limit],
    );
  }

  async decide(
    tx: Tx,
    id: string,
    decision: { outcome: Outcome; reason: string; at: Date; by: string | null },
  ): Promise<void> {
    const { outcome, reason, at, by } = decision;
    await tx.execute(
      'UPDATE abuse_cases SET outcome = $2, reason = $3, decided_at = $4, decided_by = $5 WHERE id = $1',
      [id, outcome, reason, at, by],
    );
  }
}
