import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { SealableEntry } from '../domain/audit-text.js';

export interface Seal {
  readonly seq: number;
  /** The entry it was made for, if that is still there. */
  readonly entry: SealableEntry | undefined;
  readonly seal: Buffer;
}

const entryColumns = `a.tenant_id AS "tenantId", a.id, a.at, a.actor_kind AS "actorKind", a.actor_id AS "actorId",
  a.action, a.subject_kind AS "subjectKind", a.subject_id AS "subjectId", a.details`;

/** The chain of seals over the audit trail. System transactions only. */
@Injectable()
export class AuditSealsStore {
  /** One process at a time lengthens the chain. */
  async lock(tx: Tx): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('audit-seals'))`);
  }

  async last(tx: Tx): Promise<{ seq: number; seal: Buffer } | undefined> {
    const [row] = await tx.query<{ seq: string; seal: Buffer }>(
      'SELECT seq, seal FROM audit_seals ORDER BY seq DESC LIMIT 1',
    );
    return row && { seq: Number(row.seq), seal: row.seal };
  }

  /** Entries without a seal, the oldest first. */
  unsealed(tx: Tx, limit: number): Promise<SealableEntry[]> {
    return tx.query<SealableEntry>(
      `SELECT ${entryColumns} FROM audit_unsealed u JOIN audit_trail a ON a.id = u.entry_id
       ORDER BY a.at, a.id LIMIT $1`,
      [limit],
    );
  }

  async insert(
    tx: Tx,
    seals: readonly { seq: number; entryId: string; seal: Buffer }[],
    at: Date,
  ): Promise<void> {
    const entryIds = seals.map(({ entryId }) => entryId);
    await tx.execute(
      `INSERT INTO audit_seals (seq, entry_id, seal, sealed_at)
       SELECT *, $4::timestamptz FROM unnest($1::bigint[], $2::uuid[], $3::bytea[])`,
      [seals.map(({ seq }) => seq), entryIds, seals.map(({ seal }) => seal), at],
    );
    await tx.execute('DELETE FROM audit_unsealed WHERE entry_id = ANY($1)', [entryIds]);
  }

  /** Seals from after `seq`, in the order of the chain. */
  async after(tx: Tx, seq: number, limit: number): Promise<Seal[]> {
    const rows = await tx.query<
      Omit<SealableEntry, 'id'> & { seq: string; seal: Buffer; id: string | null }
    >(
      `SELECT s.seq, s.seal, ${entryColumns} FROM audit_seals s LEFT JOIN audit_trail a ON a.id = s.entry_id
       WHERE s.seq > $1 ORDER BY s.seq LIMIT $2`,
      [seq, limit],
    );
    return rows.map(({ seq: number, seal, id, ...entry }) => ({
      seq: Number(number),
      seal,
      entry: id === null ? undefined : { ...entry, id },
    }));
  }

  /** Entries that neither have a seal nor wait for one: nobody but the platform's own insert makes them. */
  async strangers(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT a.id FROM audit_trail a
       WHERE NOT EXISTS (SELECT FROM audit_seals s WHERE s.entry_id = a.id)
         AND NOT EXISTS (SELECT FROM audit_unsealed u WHERE u.entry_id = a.id)
       ORDER BY a.at, a.id LIMIT 100`,
    );
    return rows.map(({ id }) => id);
  }
}
