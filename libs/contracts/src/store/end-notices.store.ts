import { YearMonth } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Notice } from '../domain/governing-notice.js';
import { firstDay } from './agreed.store.js';

export const endNoticeChannels = ['web', 'mail', 'paper', 'portal', 'letter'] as const;
type EndNoticeChannel = (typeof endNoticeChannels)[number];

/** A notice of non-renewal or cancellation with how it came. */
export interface EndNotice extends Notice {
  readonly channel: EndNoticeChannel;
  readonly reason: string | null;
  readonly recordedAt: Date;
  readonly withdrawalAskedAt: Date | null;
}

type Columns = Omit<EndNotice, 'lastMonthOfUse'> & { lastMonthOfUse: string | null };

const columns = `id, sender AS "from", channel, arrived_at AS "arrivedAt", last_month_of_use::text AS "lastMonthOfUse",
  reason, recorded_at AS "recordedAt", withdrawal_asked_at AS "withdrawalAskedAt", withdrawn_at AS "withdrawnAt"`;

@Injectable()
export class EndNoticesStore {
  async insert(
    tx: Tx,
    tenantId: TenantId,
    notice: Pick<EndNotice, 'id' | 'from' | 'channel' | 'arrivedAt' | 'reason' | 'recordedAt'> & {
      contractId: string;
      lastMonthOfUse: YearMonth | null;
      postedNoticeId: string | null;
      mailId: string | null;
    },
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO end_notices (tenant_id, id, contract_id, sender, channel, recorded_at, arrived_at, last_month_of_use,
         reason, posted_notice_id, mail_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        tenantId,
        notice.id,
        notice.contractId,
        notice.from,
        notice.channel,
        notice.recordedAt,
        notice.arrivedAt,
        notice.lastMonthOfUse && firstDay(notice.lastMonthOfUse),
        notice.reason,
        notice.postedNoticeId,
        notice.mailId,
      ],
    );
  }

  /** In the order they were recorded. */
  async of(tx: Tx, tenantId: TenantId, contractId: string): Promise<EndNotice[]> {
    const rows = await tx.query<Columns>(
      `SELECT ${columns} FROM end_notices WHERE tenant_id = $1 AND contract_id = $2 ORDER BY recorded_at, id`,
      [tenantId, contractId],
    );
    return rows.map((row) => ({
      ...row,
      lastMonthOfUse: row.lastMonthOfUse ? YearMonth.from(row.lastMonthOfUse.slice(0, 7)) : null,
    }));
  }

  /** Gives whether a notice of termination was posted by that notice. */
  async noteArrival(
    tx: Tx,
    tenantId: TenantId,
    postedNoticeId: string,
    arrivedAt: Date | null,
  ): Promise<boolean> {
    const count = await tx.execute(
      'UPDATE end_notices SET arrived_at = $3 WHERE tenant_id = $1 AND posted_notice_id = $2',
      [tenantId, postedNoticeId, arrivedAt],
    );
    return count > 0;
  }

  /** It is told once more, by another notice. */
  async repost(
    tx: Tx,
    tenantId: TenantId,
    noticeId: string,
    instead: { id: string; channel: EndNoticeChannel },
  ): Promise<void> {
    await tx.execute(
      `UPDATE end_notices SET posted_notice_id = $3, channel = $4, arrived_at = NULL
       WHERE tenant_id = $1 AND posted_notice_id = $2`,
      [tenantId, noticeId, instead.id, instead.channel],
    );
  }

  async askForWithdrawal(tx: Tx, tenantId: TenantId, id: string, at: Date): Promise<void> {
    await tx.execute(
      'UPDATE end_notices SET withdrawal_asked_at = coalesce(withdrawal_asked_at, $3) WHERE tenant_id = $1 AND id = $2',
      [tenantId, id, at],
    );
  }

  async withdraw(tx: Tx, tenantId: TenantId, id: string, at: Date): Promise<void> {
    await tx.execute('UPDATE end_notices SET withdrawn_at = $3 WHERE tenant_id = $1 AND id = $2', [
      tenantId,
      id,
      at,
    ]);
  }
}
