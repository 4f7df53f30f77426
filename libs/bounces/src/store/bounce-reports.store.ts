import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Blame, Reason } from '../domain/refusal/reason.js';

export type NotedKind = 'failed' | 'delayed' | 'complained';

/** What came back about one campaign's mail to one person. */
export interface NotedReport {
  readonly subscriberId: string;
  readonly campaignId: string;
  readonly kind: NotedKind;
  /**
   * A refusal at the relay's door, or a report that came by mail. One that names a recipient and holds nothing that we
   * signed is `unsigned`: anybody could have written it, so it is counted and nothing follows from it.
   */
  readonly source: 'refusal' | 'report' | 'unsigned';
  readonly at: Date;
  readonly status: string | null;
  readonly replyCode: number | null;
  readonly reason: Reason;
  readonly blame: Blame;
  /** Of the recipient; numbers by domain are made from it. */
  readonly domain: string;
}

/** What is known of one campaign's mail. */
export interface Echo {
  readonly failure: { readonly blame: Blame; readonly at: Date; readonly reason: Reason } | null;
  readonly delayedAt: Date | null;
}

/** Reports, one of each kind for a person and a campaign: the same news told twice is one row. */
@Injectable()
export class BounceReports {
  /**
   * True when it is news. The first failure stands; of delays the last one, as it keeps the mail unsettled; an unsigned
   * report gives way to any other. Reports about one person are noted one after the other: each transaction sees the
   * failures that were noted before.
   */
  async note(tx: Tx, tenantId: TenantId, report: NotedReport): Promise<boolean> {
    const written = await tx.execute(
      `INSERT INTO bounce_reports AS known
         (tenant_id, subscriber_id, campaign_id, kind, source, at, status, reply_code, reason, blame, domain)
       SELECT $1::uuid, $2::uuid, $3::uuid, $4, $5, $6::timestamptz, $7, $8::smallint, $9, $10, $11
       FROM pg_advisory_xact_lock(hashtextextended(concat($1::uuid, $2::uuid), 0))
       ON CONFLICT (tenant_id, subscriber_id, campaign_id, kind) DO UPDATE
         SET source = excluded.source, at = excluded.at, status = excluded.status,
           reply_code = excluded.reply_code, reason = excluded.reason, blame = excluded.blame
         WHERE excluded.source <> 'unsigned' AND (known.source = 'unsigned'
           OR known.kind = 'delayed' AND known.at < excluded.at)`,
      [
        tenantId,
        report.subscriberId,
        report.campaignId,
        report.kind,
        report.source,
        report.at,
        report.status,
        report.replyCode,
        report.reason,
        report.blame,
        report.domain,
      ],
    );
    return written > 0;
  }

  /** Of one campaign: failures that tell something about its list, and complaints. */
  async speakingOfList(
    tx: Tx,
    tenantId: TenantId,
    campaignId: string,
  ): Promise<{ bounced: number; complained: number }> {
    const [row] = await tx.query<{ bounced: number; complained: number }>(
      `SELECT count(*) FILTER (WHERE kind = 'failed' AND blame <> 'sender') AS bounced,
         count(*) FILTER (WHERE kind = 'complained') AS complained
       FROM bounce_reports WHERE tenant_id = $1 AND campaign_id = $2 AND source <> 'unsigned'`,
      [tenantId, campaignId],
    );
    return row ?? { bounced: 0, complained: 0 };
  }

  /** Failures and delays of one person by campaign, as far as they prove anything. */
  async of(tx: Tx, tenantId: TenantId, subscriberId: string): Promise<Map<string, Echo>> {
    const rows = await tx.query<
      Pick<NotedReport, 'campaignId' | 'kind' | 'at' | 'blame' | 'reason'>
    >(
      `SELECT campaign_id AS "campaignId", kind, at, blame, reason FROM bounce_reports
       WHERE tenant_id = $1 AND subscriber_id = $2 AND kind IN ('failed', 'delayed')
         AND source <> 'unsigned'`,
      [tenantId, subscriberId],
    );
    const echoes = new Map<string, Echo>();
    for (const { campaignId, kind, at, blame, reason } of rows) {
      const echo = echoes.get(campaignId) ?? { failure: null, delayedAt: null };
      echoes.set(
        campaignId,
        kind === 'failed'
          ? { ...echo, failure: { blame, at, reason } }
          : { ...echo, delayedAt: at },
      );
    }
    return echoes;
  }
}
