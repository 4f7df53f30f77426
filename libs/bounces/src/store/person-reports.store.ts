import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

export interface FiledReport {
  readonly at: Date;
  readonly kind: 'failed' | 'delayed' | 'complained';
  readonly reason: string;
}

/** What mail systems said about the mails of one reader, for that reader alone. @clause P2 開示 */
@Injectable()
export class PersonReports {
  /** The oldest first. */
  of(tx: Tx, tenantId: TenantId, subscriberId: string): Promise<FiledReport[]> {
    return tx.query<FiledReport>(
      `SELECT at, kind, reason FROM bounce_reports WHERE tenant_id = $1 AND subscriber_id = $2 ORDER BY at, kind`,
      [tenantId, subscriberId],
    );
  }
}
