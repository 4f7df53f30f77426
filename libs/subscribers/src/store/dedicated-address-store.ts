import { asTenantId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { DedicatedAddress, DedicatedKind } from '../domain/dedicated-address.js';

export interface AddressedNewsletter {
  readonly tenantId: TenantId;
  readonly newsletterId: string;
  /** The form whose notice and consent hold for who joins; null before the first is published. */
  readonly formNumber: number | null;
}

/** Addresses of newsletters. One that is revoked is never given out again. */
@Injectable()
export class DedicatedAddressStore {
  /** False when there is one of that kind already. */
  async issue(
    tx: Tx,
    tenantId: TenantId,
    newsletterId: string,
    { kind, code, issuedAt }: DedicatedAddress,
  ): Promise<boolean> {
    const issued = await tx.execute(
      `INSERT INTO dedicated_addresses (tenant_id, newsletter_id, kind, code, issued_at)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (tenant_id, newsletter_id, kind) WHERE revoked_at IS NULL DO NOTHING`,
      [tenantId, newsletterId, kind, code, issuedAt],
    );
    return issued === 1;
  }

  /** False when there was none. */
  async revoke(
    tx: Tx,
    tenantId: TenantId,
    newsletterId: string,
    kind: DedicatedKind,
    at: Date,
  ): Promise<boolean> {
    const revoked = await tx.execute(
      `UPDATE dedicated_addresses SET revoked_at = $4
       WHERE tenant_id = $1 AND newsletter_id = $2 AND kind = $3 AND revoked_at IS NULL`,
      [tenantId, newsletterId, kind, at],
    );
    return revoked === 1;
  }

  /** Those in use. */
  of(tx: Tx, tenantId: TenantId, newsletterId: string): Promise<DedicatedAddress[]> {
    return tx.query<DedicatedAddress>(
      `SELECT kind, code, issued_at AS "issuedAt" FROM dedicated_addresses
       WHERE tenant_id = $1 AND newsletter_id = $2 AND revoked_at IS NULL ORDER BY kind`,
      [tenantId, newsletterId],
    );
  }

  /** Whose address it is, in a transaction of the system; undefined when revoked or unknown. */
  async find(tx: Tx, kind: DedicatedKind, code: string): Promise<AddressedNewsletter | undefined> {
    const [row] = await tx.query<{
      tenantId: string;
      newsletterId: string;
      formNumber: number | null;
    }>(
      `SELECT a.tenant_id AS "tenantId", a.newsletter_id AS "newsletterId", n.published_form AS "formNumber"
       FROM dedicated_addresses a
       JOIN newsletters n ON n.tenant_id = a.tenant_id AND n.id = a.newsletter_id AND n.archived_at IS NULL
       WHERE a.code = $1 AND a.kind = $2 AND a.revoked_at IS NULL`,
      [code, kind],
    );
    return row && { ...row, tenantId: asTenantId(row.tenantId) };
  }
}
