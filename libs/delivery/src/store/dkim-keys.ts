import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { DkimAlgorithm, KeyMoves } from '../domain/dkim-key.js';
import { DkimKeyRow } from './dkim-key.row.js';

/** A key that signs, still encrypted. */
export interface ActiveKey {
  readonly id: string;
  readonly selector: string;
  readonly algorithm: DkimAlgorithm;
  readonly privateKey: Buffer;
}

/** Keys of sending domains. Only `active` gives private halves out, encrypted. */
@Injectable()
export class DkimKeys {
  async insert(tx: Tx, rows: readonly DkimKeyRow[]): Promise<void> {
    await tx.rows(DkimKeyRow).insert([...rows]);
  }

  /** Of several domains, the newest first, without their private halves. */
  async of(tx: Tx, tenantId: TenantId, domainIds: readonly string[]): Promise<DkimKeyRow[]> {
    if (domainIds.length === 0) return [];
    return tx.rows(DkimKeyRow).find({
      where: { tenantId, domainId: In([...domainIds]) },
      order: { createdAt: 'DESC', id: 'DESC' },
    });
  }

  /** Keys that sign for a domain now, RSA first. */
  active(tx: Tx, tenantId: TenantId, domain: string): Promise<ActiveKey[]> {
    return tx.query<ActiveKey>(
      `SELECT k.id, k.selector, k.algorithm, k.private_key AS "privateKey"
       FROM dkim_keys k JOIN sending_domains d ON d.tenant_id = k.tenant_id AND d.id = k.domain_id
       WHERE d.tenant_id = $1 AND d.domain = $2 AND k.state = 'active' ORDER BY k.algorithm DESC`,
      [tenantId, domain],
    );
  }

  /** One active key an algorithm: who goes makes room before who comes. */
  async move(
    tx: Tx,
    tenantId: TenantId,
    { retire, activate, retireAt }: KeyMoves,
    at: Date,
  ): Promise<void> {
    await tx.execute(
      `UPDATE dkim_keys SET state = 'retiring', retire_at = $3 WHERE tenant_id = $1 AND id = ANY ($2)`,
      [tenantId, retire, retireAt],
    );
    await tx.execute(
      `UPDATE dkim_keys SET state = 'active', activated_at = $3 WHERE tenant_id = $1 AND id = ANY ($2)`,
      [tenantId, activate, at],
    );
  }

  /** Of all tenants: destroys the private halves of keys whose time is over. */
  async retireDue(tx: Tx, now: Date): Promise<void> {
    await tx.execute(
      `UPDATE dkim_keys SET state = 'retired', private_key = NULL
       WHERE state = 'retiring' AND retire_at <= $1`,
      [now],
    );
  }
}
