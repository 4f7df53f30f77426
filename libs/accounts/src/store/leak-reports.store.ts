import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

export interface LeakReport {
  readonly id: string;
  readonly reportedAt: Date;
  /** The member; null when an operator noted it. */
  readonly reportedBy: string | null;
  readonly what: 'password' | 'device' | 'api-key' | 'other';
}

@Injectable()
export class LeakReportsStore {
  /** False when one stands already. */
  async insert(tx: Tx, tenantId: TenantId, report: LeakReport): Promise<boolean> {
    const added = await tx.execute(
      `INSERT INTO leak_reports (tenant_id, id, reported_at, reported_by, what) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (tenant_id) WHERE lifted_at IS NULL DO NOTHING`,
      [tenantId, report.id, report.reportedAt, report.reportedBy, report.what],
    );
    return added > 0;
  }

  async open(tx: Tx, tenantId: TenantId): Promise<LeakReport | undefined> {
    const [report] = await tx.query<LeakReport>(
      `SELECT id, reported_at AS "reportedAt", reported_by AS "reportedBy", what
       FROM leak_reports WHERE tenant_id = $1 AND lifted_at IS NULL`,
      [tenantId],
    );
    return report;
  }

  /** Gives the id of the report that stood. */
  async lift(tx: Tx, tenantId: TenantId, at: Date): Promise<string | undefined> {
    const [lifted] = await tx.query<{ id: string }>(
      'UPDATE leak_reports SET lifted_at = $2 WHERE tenant_id = $1 AND lifted_at IS NULL RETURNING id',
      [tenantId, at],
    );
    return lifted?.id;
  }
}
