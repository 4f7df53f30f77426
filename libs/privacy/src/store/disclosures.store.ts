import type { Tx } from '#platform/database';
import type { Position } from '#platform/http';
import { Injectable } from '@nestjs/common';
import type { Disclosure, RecipientKind } from '../domain/disclosure.js';

const columns = `d.id, d.at, d.recipient, d.recipient_kind AS "recipientKind", d.basis, d.ground, d.classes, d.what,
  d.persons, d.source, d.entered_by AS "enteredBy", d.state, d.decided_by AS "decidedBy", d.decided_at AS "decidedAt",
  (SELECT coalesce(array_agg(t.tenant_id ORDER BY t.tenant_id), '{}') FROM disclosed_tenants t
    WHERE t.disclosure_id = d.id) AS "tenantIds"`;

interface Wanted {
  readonly recipientKind?: RecipientKind | undefined;
  readonly tenantId?: string | undefined;
}

/** System transactions only. */
@Injectable()
export class DisclosuresStore {
  /** Gives whether it is new: what has a source is entered once. */
  async insert(tx: Tx, d: Omit<Disclosure, 'decidedBy' | 'decidedAt'>): Promise<boolean> {
    const inserted = await tx.execute(
      `INSERT INTO disclosures
         (id, at, recipient, recipient_kind, basis, ground, classes, what, persons, source, entered_by, state)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (source) DO NOTHING`,
      [
        ...[d.id, d.at, d.recipient, d.recipientKind, d.basis, d.ground, d.classes, d.what],
        ...[d.persons, d.source, d.enteredBy, d.state],
      ],
    );
    if (inserted === 0) return false;
    await tx.execute(
      'INSERT INTO disclosed_tenants (tenant_id, disclosure_id) SELECT unnest($1::uuid[]), $2',
      [d.tenantIds, d.id],
    );
    return true;
  }

  /** Locked until the transaction ends. */
  async lock(tx: Tx, id: string): Promise<Disclosure | undefined> {
    const [found] = await tx.query<Disclosure>(
      `SELECT ${columns} FROM disclosures d WHERE d.id = $1 FOR UPDATE OF d`,
      [id],
    );
    return found;
  }

  async decide(
    tx: Tx,
    id: string,
    { state, by, at }: { state: 'given' | 'declined'; by: string | null; at: Date },
  ): Promise<void> {
    await tx.execute(
      'UPDATE disclosures SET state = $2, decided_by = $3, decided_at = $4 WHERE id = $1',
      [id, state, by, at],
    );
  }

  /** The newest first; one more than `size`. */
  page(
    tx: Tx,
    { recipientKind, tenantId }: Wanted,
    size: number,
    after: Position | undefined,
  ): Promise<Disclosure[]> {
    return tx.query(
      `SELECT ${columns} FROM disclosures d
       WHERE ($1::text IS NULL OR d.recipient_kind = $1)
         AND ($2::uuid IS NULL OR EXISTS (SELECT FROM disclosed_tenants t WHERE t.disclosure_id = d.id AND t.tenant_id = $2))
         AND ($3::uuid IS NULL OR d.id < $3)
       ORDER BY d.id DESC LIMIT $4`,
      [recipientKind ?? null, tenantId ?? null, after?.id ?? null, size + 1],
    );
  }

  /** What was given out about a tenant, the newest first. */
  ofTenant(tx: Tx, tenantId: string): Promise<Disclosure[]> {
    return tx.query(
      `SELECT ${columns} FROM disclosures d JOIN disclosed_tenants t ON t.disclosure_id = d.id
       WHERE t.tenant_id = $1 AND d.state = 'given' ORDER BY d.id DESC`,
      [tenantId],
    );
  }
}
