import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { CertificateFacts } from '../domain/certificate.js';

export interface Certificate extends CertificateFacts {
  readonly id: string;
  /** Digest of the one before, and its own, in hexadecimal; empty before the first. */
  readonly previous: string;
  readonly digest: string;
  readonly tenantName: string | null;
}

const select = `SELECT c.id, c.no::int, c.day::text, c.tenant_id AS "tenantId", c.class, c.lines, c.issued_at AS "issuedAt",
    encode(c.previous, 'hex') AS previous, encode(c.digest, 'hex') AS digest, t.name AS "tenantName"
  FROM erasure_certificates c LEFT JOIN tenants t ON t.id = c.tenant_id`;

/** The chain of certificates; added to, never changed. System transactions only. */
@Injectable()
export class CertificatesStore {
  /** One process at a time lengthens the chain. */
  async lock(tx: Tx): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('erasure-certificates'))`);
  }

  async last(tx: Tx): Promise<Certificate | undefined> {
    const [found] = await tx.query<Certificate>(`${select} ORDER BY c.no DESC LIMIT 1`);
    return found;
  }

  async add(tx: Tx, c: Omit<Certificate, 'tenantName'>): Promise<void> {
    await tx.execute(
      `INSERT INTO erasure_certificates (id, no, day, tenant_id, class, lines, issued_at, previous, digest)
       VALUES ($1, $2, $3, $4, $5, $6, $7, decode($8, 'hex'), decode($9, 'hex'))`,
      [
        ...[c.id, c.no, c.day, c.tenantId, c.class, JSON.stringify(c.lines), c.issuedAt],
        ...[c.previous, c.digest],
      ],
    );
  }

  async get(tx: Tx, id: string): Promise<Certificate | undefined> {
    const [found] = await tx.query<Certificate>(`${select} WHERE c.id = $1`, [id]);
    return found;
  }

  /** From below a number, the newest first. */
  page(
    tx: Tx,
    below: number | null,
    tenantId: TenantId | null,
    limit: number,
  ): Promise<Certificate[]> {
    return tx.query<Certificate>(
      `${select} WHERE ($1::bigint IS NULL OR c.no < $1) AND ($2::uuid IS NULL OR c.tenant_id = $2)
       ORDER BY c.no DESC LIMIT $3`,
      [below, tenantId, limit],
    );
  }

  /** From above a number, in the order of the chain. */
  after(tx: Tx, no: number, limit: number): Promise<Certificate[]> {
    return tx.query<Certificate>(`${select} WHERE c.no > $1 ORDER BY c.no LIMIT $2`, [no, limit]);
  }
}
