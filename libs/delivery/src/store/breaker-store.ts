import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Breaker } from '../domain/breaker.js';

type BreakerKind = 'relay' | 'domain';

export interface StoredBreaker extends Breaker {
  readonly kind: BreakerKind;
  readonly name: string;
  readonly changedAt: Date;
}

/** Breakers as all workers know them. One that closed goes. */
@Injectable()
export class BreakerStore {
  all(tx: Tx): Promise<StoredBreaker[]> {
    return tx.query<StoredBreaker>(
      `SELECT kind, name, state, failures, trips, until, reason, changed_at AS "changedAt"
       FROM breakers ORDER BY kind, name`,
    );
  }

  async save(tx: Tx, kind: BreakerKind, name: string, breaker: Breaker): Promise<void> {
    if (breaker.state === 'closed') {
      await tx.execute(`DELETE FROM breakers WHERE kind = $1 AND name = $2`, [kind, name]);
      return;
    }
    const { state, failures, trips, until, reason } = breaker;
    await tx.execute(
      `INSERT INTO breakers (kind, name, state, failures, trips, until, reason, changed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, app_now())
       ON CONFLICT (kind, name) DO UPDATE
       SET state = $3, failures = $4, trips = $5, until = $6, reason = $7, changed_at = app_now()`,
      [kind, name, state, failures, trips, until, reason],
    );
  }

  /** Those nobody has looked at for a day: the mailings that met them are long over. */
  async forgetOld(tx: Tx): Promise<void> {
    await tx.execute(`DELETE FROM breakers WHERE until < app_now() - interval '1 day'`);
  }
}
