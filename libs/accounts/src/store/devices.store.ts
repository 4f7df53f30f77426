import { newId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { AccountRef, Whereabouts } from '../domain/account.js';
import { idsOf, ofAccount } from './account-columns.js';

export interface SeenDevice extends Whereabouts {
  /** Of the token in the browser's cookie. */
  readonly tokenHash: Buffer;
}

/** From where an account signed in before, so that its owner is told of other places. System transactions only. */
@Injectable()
export class DevicesStore {
  /** Notes the device and says whether it is `first`, `known` by its cookie or by device and network, or `new`. */
  async note(
    tx: Tx,
    ref: AccountRef,
    seen: SeenDevice,
    at: Date,
  ): Promise<'first' | 'known' | 'new'> {
    const [sql, parameters] = ofAccount(ref);
    const known = await tx.query<{ id: string; same: boolean }>(
      `SELECT id, token_hash = $3 AS same FROM known_devices
       WHERE ${sql} AND (token_hash = $3 OR (device = $4 AND network = $5)) ORDER BY same DESC LIMIT 1`,
      [...parameters, seen.tokenHash, seen.device, seen.network],
    );
    const [match] = known;
    if (match?.same) {
      await tx.execute(
        'UPDATE known_devices SET device = $2, network = $3, seen_at = $4 WHERE id = $1',
        [match.id, seen.device, seen.network, at],
      );
      return 'known';
    }
    const others = await tx.query(`SELECT FROM known_devices WHERE ${sql} LIMIT 1`, parameters);
    await tx.execute(
      `INSERT INTO known_devices (tenant_id, member_id, operator_id, id, token_hash, device, network, seen_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [...idsOf(ref), newId(at), seen.tokenHash, seen.device, seen.network, at],
    );
    if (match) return 'known';
    return others.length > 0 ? 'new' : 'first';
  }

  async deleteBefore(tx: Tx, at: Date): Promise<void> {
    await tx.execute('DELETE FROM known_devices WHERE seen_at < $1', [at]);
  }
}
