import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { AccountRef } from '../domain/account.js';
import { idsOf, ofAccount } from './account-columns.js';

export interface Passkey {
  readonly id: string;
  /** The authenticator's name for it, base64url. */
  readonly credentialId: string;
  /** COSE. */
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

/** Public halves of passkeys. System transactions only. @see WebAuthn Level 3 §4 */
@Injectable()
export class PasskeysStore {
  async insert(tx: Tx, ref: AccountRef, passkey: Omit<Passkey, 'lastUsedAt'>): Promise<void> {
    await tx.execute(
      `INSERT INTO passkeys (tenant_id, member_id, operator_id, id, credential_id, public_key, counter, transports, name, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...idsOf(ref),
        passkey.id,
        passkey.credentialId,
        passkey.publicKey,
        passkey.counter,
        passkey.transports,
        passkey.name,
        passkey.createdAt,
      ],
    );
  }

  /** The oldest first. */
  async list(tx: Tx, ref: AccountRef): Promise<Passkey[]> {
    const [sql, parameters] = ofAccount(ref);
    const rows = await tx.query<Omit<Passkey, 'counter'> & { counter: string }>(
      `SELECT id, credential_id AS "credentialId", public_key AS "publicKey", counter, transports, name,
              created_at AS "createdAt", last_used_at AS "lastUsedAt"
       FROM passkeys WHERE ${sql} ORDER BY created_at, id`,
      parameters,
    );
    return rows.map((row) => ({ ...row, counter: Number(row.counter) }));
  }

  async noteUse(tx: Tx, id: string, counter: number, at: Date): Promise<void> {
    await tx.execute('UPDATE passkeys SET counter = $2, last_used_at = $3 WHERE id = $1', [
      id,
      counter,
      at,
    ]);
  }

  async delete(tx: Tx, ref: AccountRef, id: string): Promise<boolean> {
    const [sql, parameters] = ofAccount(ref);
    return (
      (await tx.execute(`DELETE FROM passkeys WHERE ${sql} AND id = $3`, [...parameters, id])) > 0
    );
  }

  async deleteAll(tx: Tx, ref: AccountRef): Promise<boolean> {
    const [sql, parameters] = ofAccount(ref);
    return (await tx.execute(`DELETE FROM passkeys WHERE ${sql}`, parameters)) > 0;
  }
}
