import { newId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { SeenKind } from '../domain/seen-data.js';
import type { AuditPosition } from './audit.store.js';

/** How often one operator looked at one kind of data of a tenant within an hour, for one reason. */
export interface OperatorRead {
  readonly id: string;
  readonly tenantId: TenantId;
  readonly operatorId: string;
  /** Known to operators only. */
  readonly operatorName: string | null;
  readonly kind: SeenKind;
  readonly acting: boolean;
  /** In the operator's own words; may be empty. */
  readonly reason: string;
  readonly hour: Date;
  readonly lastAt: Date;
  readonly times: number;
}

export type NewRead = Pick<OperatorRead, 'operatorId' | 'kind' | 'acting' | 'reason'>;

interface Page {
  readonly limit: number;
  readonly from: AuditPosition | undefined;
}

const columns = `r.id, r.tenant_id AS "tenantId", r.operator_id AS "operatorId", r.kind, r.acting, r.reason, r.hour,
  r.last_at AS "lastAt", r.times`;

@Injectable()
export class OperatorReadsStore {
  /** Counts one look at each of the tenants. The transaction must be the system's; ids of nobody are passed over. */
  async note(tx: Tx, tenantIds: readonly string[], read: NewRead, at: Date): Promise<void> {
    await tx.execute(
      `INSERT INTO operator_reads (tenant_id, id, operator_id, kind, acting, reason, hour, last_at, times)
       SELECT t.id, wanted.row_id, $3, $4, $5, $6, date_trunc('hour', $7::timestamptz), $7, 1
         FROM unnest($1::uuid[], $2::uuid[]) AS wanted (tenant_id, row_id) JOIN tenants t ON t.id = wanted.tenant_id
        ORDER BY t.id
       ON CONFLICT (tenant_id, hour, operator_id, kind, acting, reason)
         DO UPDATE SET times = operator_reads.times + 1, last_at = EXCLUDED.last_at`,
      [
        tenantIds,
        tenantIds.map(() => newId(at)),
        read.operatorId,
        read.kind,
        read.acting,
        read.reason,
        at,
      ],
    );
  }

  /** The newest hours first. */
  page(
    tx: Tx,
    tenantId: TenantId,
    { limit, from }: Page,
  ): Promise<Omit<OperatorRead, 'operatorName'>[]> {
    return tx.query(
      `SELECT ${columns} FROM operator_reads r
       WHERE r.tenant_id = $1 AND ($2::timestamptz IS NULL OR (r.hour, r.id) < ($2, $3::uuid))
       ORDER BY r.hour DESC, r.id DESC LIMIT $4`,
      [tenantId, from?.at ?? null, from?.id ?? null, limit],
    );
  }

  /** Of all tenants or one, with the operators' names. */
  pageOfAll(
    tx: Tx,
    tenantId: TenantId | undefined,
    { limit, from }: Page,
  ): Promise<OperatorRead[]> {
    return tx.query(
      `SELECT ${columns}, o.name AS "operatorName" FROM operator_reads r LEFT JOIN operators o ON o.id = r.operator_id
       WHERE ($1::uuid IS NULL OR r.tenant_id = $1)
         AND ($2::timestamptz IS NULL OR (r.hour, r.id) < ($2, $3::uuid))
       ORDER BY r.hour DESC, r.id DESC LIMIT $4`,
      [tenantId ?? null, from?.at ?? null, from?.id ?? null, limit],
    );
  }
}
