import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { AccountRef } from '../domain/account.js';
import { accountColumns, idsOf, ofAccount, refOf } from './account-columns.js';
import type { AccountColumns } from './account-columns.js';

export interface SignInTicket {
  readonly ref: AccountRef;
  readonly passkeyChallenge: string | null;
}

/** Who gave the right password and not yet the second factor. System transactions only. */
@Injectable()
export class SignInTicketsStore {
  async insert(tx: Tx, ref: AccountRef, tokenHash: Buffer, expiresAt: Date): Promise<void> {
    await tx.execute(
      `INSERT INTO sign_in_tickets (tenant_id, member_id, operator_id, token_hash, expires_at) VALUES ($1, $2, $3, $4, $5)`,
      [...idsOf(ref), tokenHash, expiresAt],
    );
  }

  /** Locked, so that a ticket opens one session. */
  async lock(tx: Tx, tokenHash: Buffer, now: Date): Promise<SignInTicket | undefined> {
    const [row] = await tx.query<AccountColumns & { passkeyChallenge: string | null }>(
      `SELECT ${accountColumns}, passkey_challenge AS "passkeyChallenge"
       FROM sign_in_tickets WHERE token_hash = $1 AND expires_at > $2 FOR UPDATE`,
      [tokenHash, now],
    );
    const ref = row && refOf(row);
    return ref && { ref, passkeyChallenge: row.passkeyChallenge };
  }

  /** A challenge is answered once: null takes it back. */
  async setChallenge(tx: Tx, tokenHash: Buffer, challenge: string | null): Promise<void> {
    await tx.execute('UPDATE sign_in_tickets SET passkey_challenge = $2 WHERE token_hash = $1', [
      tokenHash,
      challenge,
    ]);
  }

  async delete(tx: Tx, tokenHash: Buffer): Promise<void> {
    await tx.execute('DELETE FROM sign_in_tickets WHERE token_hash = $1', [tokenHash]);
  }

  async deleteAll(tx: Tx, ref: AccountRef): Promise<void> {
    const [sql, parameters] = ofAccount(ref);
    await tx.execute(`DELETE FROM sign_in_tickets WHERE ${sql}`, parameters);
  }

  async deleteExpired(tx: Tx, now: Date): Promise<void> {
    await tx.execute('DELETE FROM sign_in_tickets WHERE expires_at <= $1', [now]);
  }
}
