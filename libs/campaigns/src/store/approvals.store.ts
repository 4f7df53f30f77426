import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Approval } from '../domain/approval.js';

const columns = `id, by, content_sha256 AS sha256, recipients, content_version AS "contentVersion",
  requested_by AS "requestedBy", requested_at AS "requestedAt", note, decision,
  decided_by AS "decidedBy", decided_at AS "decidedAt", reason`;

/** A review that operators have to decide, of whichever tenant. */
export interface OpenReview extends Approval {
  readonly tenantId: TenantId;
  readonly campaignId: string;
}

/** What a second member is asked to approve. */
export interface OpenApproval {
  readonly campaignId: string;
  readonly subject: string;
  readonly recipients: number;
  /** The member; null for a program. */
  readonly requestedBy: string | null;
  readonly requestedAt: Date;
  readonly note: string;
}

@Injectable()
export class ApprovalsStore {
  /** Replaces a request of the same kind that still waits. */
  async insert(
    tx: Tx,
    tenantId: TenantId,
    campaignId: string,
    request: Omit<Approval, 'decision' | 'decidedBy' | 'decidedAt' | 'reason'>,
  ): Promise<void> {
    await tx.execute(
      `DELETE FROM campaign_approvals WHERE tenant_id = $1 AND campaign_id = $2 AND by = $3 AND decision IS NULL`,
      [tenantId, campaignId, request.by],
    );
    await tx.execute(
      `INSERT INTO campaign_approvals (tenant_id, id, campaign_id, by, content_sha256, recipients, content_version, requested_by, requested_at, note)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        tenantId,
        request.id,
        campaignId,
        request.by,
        request.sha256,
        request.recipients,
        request.contentVersion,
        request.requestedBy,
        request.requestedAt,
        request.note,
      ],
    );
  }

  /** The newest request of a kind, decided or not. */
  async newest(
    tx: Tx,
    tenantId: TenantId,
    campaignId: string,
    by: Approval['by'],
  ): Promise<Approval | undefined> {
    const [row] = await tx.query<Approval>(
      `SELECT ${columns} FROM campaign_approvals
       WHERE tenant_id = $1 AND campaign_id = $2 AND by = $3 ORDER BY id DESC LIMIT 1`,
      [tenantId, campaignId, by],
    );
    return row;
  }

  /** The newest first. */
  list(tx: Tx, tenantId: TenantId, campaignId: string): Promise<Approval[]> {
    return tx.query<Approval>(
      `SELECT ${columns} FROM campaign_approvals WHERE tenant_id = $1 AND campaign_id = $2 ORDER BY id DESC LIMIT 50`,
      [tenantId, campaignId],
    );
  }

  /** Of drafts that wait for a second member, the oldest first. */
  open(tx: Tx, tenantId: TenantId, limit: number): Promise<OpenApproval[]> {
    return tx.query<OpenApproval>(
      `SELECT a.campaign_id AS "campaignId", c.subject, a.recipients, a.requested_by AS "requestedBy",
         a.requested_at AS "requestedAt", a.note
       FROM campaign_approvals a
       JOIN campaigns c ON c.tenant_id = a.tenant_id AND c.id = a.campaign_id AND c.status = 'draft'
       WHERE a.tenant_id = $1 AND a.by = 'member' AND a.decision IS NULL ORDER BY a.id LIMIT $2`,
      [tenantId, limit],
    );
  }

  /** What operators have to decide, the oldest first; needs a transaction of the system. */
  openReviews(tx: Tx, limit: number): Promise<OpenReview[]> {
    return tx.query<OpenReview>(
      `SELECT tenant_id AS "tenantId", campaign_id AS "campaignId", ${columns} FROM campaign_approvals
       WHERE by = 'operator' AND decision IS NULL ORDER BY id LIMIT $1`,
      [limit],
    );
  }

  /** False when somebody decided before. */
  async decide(
    tx: Tx,
    tenantId: TenantId,
    id: string,
    verdict: { decision: 'approved' | 'rejected'; by: string; at: Date; reason: string },
  ): Promise<boolean> {
    const decided = await tx.execute(
      `UPDATE campaign_approvals SET decision = $3, decided_by = $4, decided_at = $5, reason = $6
       WHERE tenant_id = $1 AND id = $2 AND decision IS NULL`,
      [tenantId, id, verdict.decision, verdict.by, verdict.at, verdict.reason],
    );
    return decided > 0;
  }
}
