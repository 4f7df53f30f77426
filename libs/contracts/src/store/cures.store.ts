import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { contractsErrors } from '../contracts.errors.js';
import type { CureNotice } from '../domain/cure-notice.js';

export interface Cure extends CureNotice {
  readonly id: string;
  readonly breach: string;
  /** `P01` … `P24` */
  readonly prohibitedActs: readonly string[];
  readonly postedAt: Date;
}

const columns = `id, breach, prohibited_acts AS "prohibitedActs", days, posted_at AS "postedAt",
  arrived_at AS "arrivedAt", cured_at AS "curedAt"`;

@Injectable()
export class CuresStore {
  async insert(
    tx: Tx,
    tenantId: TenantId,
    cure: Cure & { contractId: string; postedNoticeId: string },
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO cure_notices (tenant_id, id, contract_id, breach, prohibited_acts, days, posted_notice_id, posted_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        tenantId,
        cure.id,
        cure.contractId,
        cure.breach,
        cure.prohibitedActs,
        cure.days,
        cure.postedNoticeId,
        cure.postedAt,
      ],
    );
  }

  /** Newest first. */
  of(tx: Tx, tenantId: TenantId, contractId: string): Promise<Cure[]> {
    return tx.query<Cure>(
      `SELECT ${columns} FROM cure_notices WHERE tenant_id = $1 AND contract_id = $2 ORDER BY posted_at DESC, id DESC`,
      [tenantId, contractId],
    );
  }

  /** @throws BusinessError contracts.cure-not-found */
  async hold(tx: Tx, tenantId: TenantId, id: string): Promise<Cure> {
    const [cure] = await tx.query<Cure>(
      `SELECT ${columns} FROM cure_notices WHERE tenant_id = $1 AND id = $2 FOR UPDATE`,
      [tenantId, id],
    );
    if (!cure) throw contractsErrors.cureNotFound();
    return cure;
  }

  async noteArrival(
    tx: Tx,
    tenantId: TenantId,
    postedNoticeId: string,
    arrivedAt: Date | null,
  ): Promise<void> {
    await tx.execute(
      'UPDATE cure_notices SET arrived_at = $3 WHERE tenant_id = $1 AND posted_notice_id = $2',
      [tenantId, postedNoticeId, arrivedAt],
    );
  }

  /** The request is told once more, by another notice. */
  async repost(tx: Tx, tenantId: TenantId, noticeId: string, instead: string): Promise<void> {
    await tx.execute(
      'UPDATE cure_notices SET posted_notice_id = $3, arrived_at = NULL WHERE tenant_id = $1 AND posted_notice_id = $2',
      [tenantId, noticeId, instead],
    );
  }

  async noteCure(tx: Tx, tenantId: TenantId, id: string, at: Date): Promise<void> {
    await tx.execute(
      'UPDATE cure_notices SET cured_at = coalesce(cured_at, $3) WHERE tenant_id = $1 AND id = $2',
      [tenantId, id, at],
    );
  }
}
