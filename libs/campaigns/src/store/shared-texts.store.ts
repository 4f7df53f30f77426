import { asTenantId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

export interface SharedText {
  readonly tenantId: TenantId;
  readonly campaignId: string;
  /** Tenants that sent the same words, this one included. */
  readonly tenants: number;
}

/** Mails of which several tenants sent the same words, for whoever looks for abuse. In transactions of the system. */
@Injectable()
export class SharedTexts {
  /** Of campaigns launched since then whose text has at least so many letters; a newest one for each tenant and text. */
  async since(tx: Tx, since: Date, letters: number): Promise<SharedText[]> {
    const rows = await tx.query<Omit<SharedText, 'tenantId'> & { tenantId: string }>(
      `WITH recent AS (
         SELECT DISTINCT ON (tenant_id, md5(text)) tenant_id, id, md5(text) AS words FROM campaigns
         WHERE launched_at >= $1 AND length(text) >= $2 ORDER BY tenant_id, md5(text), launched_at DESC)
       SELECT tenant_id AS "tenantId", id AS "campaignId", count(*) OVER (PARTITION BY words)::int AS tenants
       FROM recent ORDER BY tenant_id, id`,
      [since, letters],
    );
    return rows
      .filter(({ tenants }) => tenants > 1)
      .map((row) => ({ ...row, tenantId: asTenantId(row.tenantId) }));
  }
}
