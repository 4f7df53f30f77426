import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { DomainCheck } from '../domain/sending-domain.js';
import { SendingDomainRow } from './sending-domain.row.js';

@Injectable()
export class SendingDomainStore {
  async insert(tx: Tx, row: SendingDomainRow): Promise<void> {
    await tx.rows(SendingDomainRow).insert(row);
  }

  list(tx: Tx, tenantId: TenantId): Promise<SendingDomainRow[]> {
    return tx.rows(SendingDomainRow).find({ where: { tenantId }, order: { domain: 'ASC' } });
  }

  async find(tx: Tx, tenantId: TenantId, id: string): Promise<SendingDomainRow | undefined> {
    return (await tx.rows(SendingDomainRow).findOneBy({ tenantId, id })) ?? undefined;
  }

  /** Keeps others from changing the domain or its keys until the transaction ends. */
  async lock(tx: Tx, tenantId: TenantId, id: string): Promise<SendingDomainRow | undefined> {
    const lock = { mode: 'pessimistic_write' } as const;
    return (
      (await tx.rows(SendingDomainRow).findOne({ where: { tenantId, id }, lock })) ?? undefined
    );
  }

  async noteCheck(
    tx: Tx,
    tenantId: TenantId,
    id: string,
    check: { checkedAt: Date; verifiedAt: Date | null; lastCheck: DomainCheck },
  ): Promise<void> {
    await tx.execute(
      `UPDATE sending_domains SET checked_at = $3, verified_at = $4, last_check = $5
       WHERE tenant_id = $1 AND id = $2`,
      [tenantId, id, check.checkedAt, check.verifiedAt, JSON.stringify(check.lastCheck)],
    );
  }

  /** Of all tenants: verified domains that nobody looked at since then. */
  verifiedNotSeenSince(
    tx: Tx,
    before: Date,
    most: number,
  ): Promise<{ tenantId: string; domainId: string }[]> {
    return tx.query(
      `SELECT tenant_id AS "tenantId", id AS "domainId" FROM sending_domains
       WHERE verified_at IS NOT NULL AND checked_at < $1 ORDER BY checked_at LIMIT $2`,
      [before, most],
    );
  }

  /** With its keys. */
  async remove(tx: Tx, tenantId: TenantId, id: string): Promise<void> {
    await tx.rows(SendingDomainRow).delete({ tenantId, id });
  }

  /** Whether a mailing that has not come to its end writes from the domain. */
  async isSending(tx: Tx, tenantId: TenantId, domain: string): Promise<boolean> {
    const [found] = await tx.query(
      `SELECT 1 FROM mailings WHERE tenant_id = $1 AND status IN ('running', 'paused')
         AND lower(split_part(content->'sender'->>'fromAddress', '@', -1)) = $2 LIMIT 1`,
      [tenantId, domain],
    );
    return found !== undefined;
  }
}
