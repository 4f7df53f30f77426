import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Processor } from '../domain/processor.js';

/** System transactions only. */
@Injectable()
export class ProcessorsStore {
  /** Those of today first. */
  list(tx: Tx): Promise<Processor[]> {
    return tx.query(
      `SELECT id, name, service, country, classes, safeguards, redelegation, since::text AS since,
         until::text AS until, audited_on::text AS "auditedOn"
       FROM processors ORDER BY (until IS NULL) DESC, name, id`,
    );
  }

  /** Gives whether it is there. */
  async save(tx: Tx, p: Processor, how: 'new' | 'known'): Promise<boolean> {
    const values = [
      ...[p.id, p.name, p.service, p.country, p.classes, p.safeguards, p.redelegation],
      ...[p.since, p.until, p.auditedOn],
    ];
    const changed = await tx.execute(
      how === 'new'
        ? `INSERT INTO processors (id, name, service, country, classes, safeguards, redelegation, since, until, audited_on)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`
        : `UPDATE processors SET name = $2, service = $3, country = $4, classes = $5, safeguards = $6,
             redelegation = $7, since = $8, until = $9, audited_on = $10 WHERE id = $1`,
      values,
    );
    return changed > 0;
  }
}
