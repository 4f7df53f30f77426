import { asTenantId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Position } from '#platform/http';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Fare } from '../domain/quality-gate.js';

export type GateDecision = 'released' | 'aborted';

/** A campaign that was stopped for the quality of its list. */
export interface QualityGateRow extends Fare {
  readonly id: string;
  readonly tenantId: TenantId;
  readonly campaignId: string;
  readonly trippedAt: Date;
  readonly decision: GateDecision | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
}

interface CampaignName {
  readonly tenantId: TenantId;
  readonly campaignId: string;
}

const columns = `id, tenant_id AS "tenantId", campaign_id AS "campaignId", tripped_at AS "trippedAt", sent, bounced,
  complained, decision, decided_at AS "decidedAt", reason`;

@Injectable()
export class QualityGates {
  async add(
    tx: Tx,
    tenantId: TenantId,
    gate: Fare & { readonly id: string; readonly campaignId: string; readonly trippedAt: Date },
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO quality_gates (tenant_id, id, campaign_id, tripped_at, sent, bounced, complained)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        tenantId,
        gate.id,
        gate.campaignId,
        gate.trippedAt,
        gate.sent,
        gate.bounced,
        gate.complained,
      ],
    );
  }

  /** Undefined when the campaign never tripped it. */
  async lastOf(
    tx: Tx,
    tenantId: TenantId,
    campaignId: string,
  ): Promise<QualityGateRow | undefined> {
    const [row] = await tx.query<QualityGateRow>(
      `SELECT ${columns} FROM quality_gates WHERE tenant_id = $1 AND campaign_id = $2
       ORDER BY tripped_at DESC LIMIT 1`,
      [tenantId, campaignId],
    );
    return row;
  }

  /** Those of the campaigns of which something came back and that never tripped it; in a transaction of the system. */
  async toJudge(tx: Tx, campaigns: readonly CampaignName[]): Promise<CampaignName[]> {
    const rows = await tx.query<{ tenantId: string; campaignId: string }>(
      `SELECT tenant_id AS "tenantId", campaign_id AS "campaignId"
       FROM unnest($1::uuid[], $2::uuid[]) AS c (tenant_id, campaign_id)
       WHERE EXISTS (SELECT FROM bounce_reports
           WHERE tenant_id = c.tenant_id AND campaign_id = c.campaign_id AND kind IN ('failed', 'complained'))
         AND NOT EXISTS (SELECT FROM quality_gates
           WHERE tenant_id = c.tenant_id AND campaign_id = c.campaign_id)`,
      [campaigns.map(({ tenantId }) => tenantId), campaigns.map(({ campaignId }) => campaignId)],
    );
    return rows.map((row) => ({ ...row, tenantId: asTenantId(row.tenantId) }));
  }

  /** Of any tenant, in a transaction of the system; the row is locked. */
  async lock(tx: Tx, id: string): Promise<QualityGateRow | undefined> {
    const [row] = await tx.query<QualityGateRow>(
      `SELECT ${columns} FROM quality_gates WHERE id = $1 FOR UPDATE`,
      [id],
    );
    return row && { ...row, tenantId: asTenantId(row.tenantId) };
  }

  async decide(
    tx: Tx,
    tenantId: TenantId,
    id: string,
    decided: { decision: GateDecision; by: string | null; at: Date; reason: string },
  ): Promise<void> {
    await tx.execute(
      `UPDATE quality_gates SET decision = $3, decided_by = $4, decided_at = $5, reason = $6
       WHERE tenant_id = $1 AND id = $2`,
      [tenantId, id, decided.decision, decided.by, decided.at, decided.reason],
    );
  }

  /** One more than `limit`, the newest first, of all tenants. */
  page(
    tx: Tx,
    wanted: { readonly openOnly: boolean },
    limit: number,
    after: Position | undefined,
  ): Promise<QualityGateRow[]> {
    return tx.query<QualityGateRow>(
      `SELECT ${columns} FROM quality_gates
       WHERE (NOT $1 OR decision IS NULL)
         AND ($2::uuid IS NULL OR (tripped_at, id) < ($3::timestamptz, $2::uuid))
       ORDER BY tripped_at DESC, id DESC LIMIT $4`,
      [wanted.openOnly, after?.id ?? null, after?.sort ?? null, limit + 1],
    );
  }
}
