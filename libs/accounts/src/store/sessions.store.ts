import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { AccountRef, Whereabouts } from '../domain/account.js';
import type { MemberRole, OperatorRole } from '../domain/actor.js';
import type { SessionTimes } from '../domain/session-life.js';
import { accountColumns, idsOf, ofAccount, refOf } from './account-columns.js';
import type { AccountColumns } from './account-columns.js';

export const secondFactors = ['totp', 'recovery-code', 'passkey'] as const;
export type SecondFactor = (typeof secondFactors)[number];

export interface OpenSession extends SessionTimes {
  readonly id: string;
  readonly tenantId: TenantId | null;
  readonly memberId: string | null;
  readonly memberRole: MemberRole | null;
  readonly operatorId: string | null;
  readonly operatorRole: OperatorRole | null;
  /** With what the password was backed; null for a password alone. */
  readonly secondFactor: SecondFactor | null;
  /** The tenant in whose name an operator works until then. */
  readonly actingFor: TenantId | null;
  readonly actingUntil: Date | null;
}

interface NewSession extends Whereabouts {
  readonly tokenHash: Buffer;
  readonly secondFactor: SecondFactor | null;
}

/** Sessions and password links: what stands for an account, stored under the hash of a token. System transactions only. */
@Injectable()
export class SessionsStore {
  async insert(tx: Tx, ref: AccountRef, session: NewSession, at: Date): Promise<void> {
    const { tokenHash, secondFactor, device, network } = session;
    await tx.execute(
      `INSERT INTO sessions (tenant_id, member_id, operator_id, token_hash, created_at, seen_at, second_factor, device, network)
       VALUES ($1, $2, $3, $4, $5, $5, $6, $7, $8)`,
      [...idsOf(ref), tokenHash, at, secondFactor, device, network],
    );
  }

  /** The session with today's role of its account. */
  async find(tx: Tx, tokenHash: Buffer): Promise<OpenSession | undefined> {
    const [session] = await tx.query<OpenSession>(
      `SELECT s.id, s.tenant_id AS "tenantId", s.member_id AS "memberId", m.role AS "memberRole",
              s.operator_id AS "operatorId", o.role AS "operatorRole", s.created_at AS "createdAt", s.seen_at AS "seenAt",
              s.second_factor AS "secondFactor", s.acting_for AS "actingFor", s.acting_until AS "actingUntil"
       FROM sessions s
       LEFT JOIN members m ON m.tenant_id = s.tenant_id AND m.id = s.member_id
       LEFT JOIN operators o ON o.id = s.operator_id
       WHERE s.token_hash = $1`,
      [tokenHash],
    );
    return session;
  }

  async noteUse(tx: Tx, tokenHash: Buffer, at: Date): Promise<void> {
    await tx.execute('UPDATE sessions SET seen_at = $2 WHERE token_hash = $1', [tokenHash, at]);
  }

  async setSecondFactor(tx: Tx, id: string, secondFactor: SecondFactor): Promise<void> {
    await tx.execute('UPDATE sessions SET second_factor = $2 WHERE id = $1', [id, secondFactor]);
  }

  async delete(tx: Tx, tokenHash: Buffer): Promise<void> {
    await tx.execute('DELETE FROM sessions WHERE token_hash = $1', [tokenHash]);
  }

  /** Ends every session of the account and voids its password links and half-done sign-ins. */
  async deleteAll(tx: Tx, ref: AccountRef): Promise<void> {
    const [sql, parameters] = ofAccount(ref);
    await tx.execute(`DELETE FROM sessions WHERE ${sql}`, parameters);
    await tx.execute(`DELETE FROM password_resets WHERE ${sql}`, parameters);
    await tx.execute(`DELETE FROM sign_in_tickets WHERE ${sql}`, parameters);
  }

  async insertReset(tx: Tx, ref: AccountRef, tokenHash: Buffer, expiresAt: Date): Promise<void> {
    await tx.execute(
      `INSERT INTO password_resets (tenant_id, member_id, operator_id, token_hash, expires_at)
       VALUES ($1, $2, $3, $4, $5)`,
      [...idsOf(ref), tokenHash, expiresAt],
    );
  }

  /** The account for which the password link stands. */
  async resetFor(tx: Tx, tokenHash: Buffer, now: Date): Promise<AccountRef | undefined> {
    const [row] = await tx.query<AccountColumns>(
      `SELECT ${accountColumns} FROM password_resets WHERE token_hash = $1 AND expires_at > $2 FOR UPDATE`,
      [tokenHash, now],
    );
    return row && refOf(row);
  }

  async deleteOver(tx: Tx, ends: { idle: Date; oldest: Date; now: Date }): Promise<void> {
    await tx.execute('DELETE FROM sessions WHERE seen_at <= $1 OR created_at <= $2', [
      ends.idle,
      ends.oldest,
    ]);
    await tx.execute('DELETE FROM password_resets WHERE expires_at <= $1', [ends.now]);
  }
}
