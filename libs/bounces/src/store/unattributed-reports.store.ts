import type { Position } from '#platform/http';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Blame, Reason } from '../domain/refusal/reason.js';
import type { NotedKind } from './bounce-reports.store.js';

/** A report that nobody can be told from. */
export interface UnattributedReport {
  readonly id: string;
  readonly at: Date;
  readonly kind: NotedKind;
  readonly status: string | null;
  readonly replyCode: number | null;
  readonly reason: Reason;
  readonly blame: Blame;
  /** Domain of who reports. */
  readonly reporter: string | null;
  /** Domain of the recipient, where one is named. */
  readonly domain: string | null;
}

@Injectable()
export class UnattributedReports {
  async add(tx: Tx, report: UnattributedReport): Promise<void> {
    await tx.execute(
      `INSERT INTO unattributed_reports (id, at, kind, status, reply_code, reason, blame, reporter, domain)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        report.id,
        report.at,
        report.kind,
        report.status,
        report.replyCode,
        report.reason,
        report.blame,
        report.reporter,
        report.domain,
      ],
    );
  }

  /** One more than `limit`, the newest first. */
  page(tx: Tx, limit: number, after: Position | undefined): Promise<UnattributedReport[]> {
    return tx.query<UnattributedReport>(
      `SELECT id, at, kind, status, reply_code AS "replyCode", reason, blame, reporter, domain
       FROM unattributed_reports
       WHERE $1::uuid IS NULL OR (at, id) < ($2::timestamptz, $1::uuid)
       ORDER BY at DESC, id DESC LIMIT $3`,
      [after?.id ?? null, after?.sort ?? null, limit + 1],
    );
  }

  async forget(tx: Tx, before: Date): Promise<void> {
    await tx.execute(`DELETE FROM unattributed_reports WHERE at < $1`, [before]);
  }
}
