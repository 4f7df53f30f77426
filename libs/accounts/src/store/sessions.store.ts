import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { AccountRef } from '../domain/account.js';
import type { MemberRole, OperatorRole } from '../domain/actor.js';

interface OpenSession {
  readonly tenantId: TenantId | null;
  readonly memberId: string | null;
  readonly memberRole: MemberRole | null;
  readonly operatorId: string | null;
  readonly operatorRole: OperatorRole | null;
  readonly createdAt: Date;
  readonly seenAt: Date;
}

const idsOf = (ref: AccountRef): unknown[] => [
  ref.tenantId,
  ref.kind === 'member' ? ref.id : null,
  ref.kind === 'operator' ? ref.id : null,
];

const ofAccount = (ref: AccountRef): [sql: string, parameters: unknown[]] =>
  ref.kind === 'member'
    ? ['tenant_id = $1 AND member_id = $2', [ref.tenantId, ref.id]]
    : ['operator_id = $1', [ref.id]];

/** Sessions and password links: what stands for an account, stored under the hash of a token. System transactions only. */
@Injectable()
export class SessionsStore {
  async insert(tx: Tx, ref: AccountRef, tokenHash: Buffer, at: Date): Promise<void> {
    await tx.execute(
      `INSERT INTO sessions (tenant_id, member_id, operator_id, token_hash, created_at, seen_at)
       VALUES ($1, $2, $3, $4, $5, $5)`,
      [...idsOf(ref), tokenHash, at],
    );
  }

  /** The session with today's role of its account. */
  async find(tx: Tx, tokenHash: Buffer): Promise<OpenSession | undefined> {
    const [session] = await tx.query<OpenSession>(
      `SELECT s.tenant_id AS "tenantId", s.member_id AS "memberId", m.role AS "memberRole",
              s.operator_id AS "operatorId", o.role AS "operatorRole", s.created_at AS "createdAt", s.seen_at AS "seenAt"
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

  async delete(tx: Tx, tokenHash: Buffer): Promise<void> {
    await tx.execute('DELETE FROM sessions WHERE token_hash = $1', [tokenHash]);
  }

  /** Ends every session of the account and voids its password links. */
  async deleteAll(tx: Tx, ref: AccountRef): Promise<void> {
    const [sql, parameters] = ofAccount(ref);
    await tx.execute(`DELETE FROM sessions WHERE ${sql}`, parameters);
    await tx.execute(`DELETE FROM password_resets WHERE ${sql}`, parameters);
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
    const [row] = await tx.query<{
      tenantId: TenantId | null;
      memberId: string | null;
      operatorId: string | null;
    }>(
      `SELECT tenant_id AS "tenantId", member_id AS "memberId", operator_id AS "operatorId"
       FROM password_resets WHERE token_hash = $1 AND expires_at > $2 FOR UPDATE`,
      [tokenHash, now],
    );
    if (row?.tenantId && row.memberId)
      return { kind: 'member', tenantId: row.tenantId, id: row.memberId };
    return row?.operatorId ? { kind: 'operator', tenantId: null, id: row.operatorId } : undefined;
  }

  async deleteOver(tx: Tx, ends: { idle: Date; oldest: Date; now: Date }): Promise<void> {
    await tx.execute('DELETE FROM sessions WHERE seen_at <= $1 OR created_at <= $2', [
      ends.idle,
      ends.oldest,
    ]);
    await tx.execute('DELETE FROM password_resets WHERE expires_at <= $1', [ends.now]);
  }
}
