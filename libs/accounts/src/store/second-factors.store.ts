import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { AccountRef } from '../domain/account.js';
import { idsOf, ofAccount } from './account-columns.js';

export interface TotpSecret {
  readonly id: string;
  /** Encrypted. */
  readonly secret: Buffer;
  readonly createdAt: Date;
  readonly confirmedAt: Date | null;
  /** The step of the last code that was taken. */
  readonly lastStep: number;
}

/** Secrets of authenticator apps, and recovery codes as hashes. System transactions only. */
@Injectable()
export class SecondFactorsStore {
  /** Replaces a secret that was never confirmed. */
  async begin(
    tx: Tx,
    ref: AccountRef,
    fresh: Omit<TotpSecret, 'confirmedAt' | 'lastStep'>,
  ): Promise<void> {
    const [sql, parameters] = ofAccount(ref);
    await tx.execute(`DELETE FROM totp_secrets WHERE ${sql} AND confirmed_at IS NULL`, parameters);
    await tx.execute(
      `INSERT INTO totp_secrets (tenant_id, member_id, operator_id, id, secret, created_at) VALUES ($1, $2, $3, $4, $5, $6)`,
      [...idsOf(ref), fresh.id, fresh.secret, fresh.createdAt],
    );
  }

  /** Locked, so that one code opens one door. */
  async lockTotp(tx: Tx, ref: AccountRef): Promise<TotpSecret | undefined> {
    const [sql, parameters] = ofAccount(ref);
    const [row] = await tx.query<Omit<TotpSecret, 'lastStep'> & { lastStep: string }>(
      `SELECT id, secret, created_at AS "createdAt", confirmed_at AS "confirmedAt", last_step AS "lastStep"
       FROM totp_secrets WHERE ${sql} FOR UPDATE`,
      parameters,
    );
    return row && { ...row, lastStep: Number(row.lastStep) };
  }

  async confirmedSince(tx: Tx, ref: AccountRef): Promise<Date | undefined> {
    const [sql, parameters] = ofAccount(ref);
    const [row] = await tx.query<{ at: Date }>(
      `SELECT confirmed_at AS at FROM totp_secrets WHERE ${sql} AND confirmed_at IS NOT NULL`,
      parameters,
    );
    return row?.at;
  }

  async noteStep(tx: Tx, id: string, step: number, at: Date): Promise<void> {
    await tx.execute(
      'UPDATE totp_secrets SET last_step = $2, confirmed_at = coalesce(confirmed_at, $3) WHERE id = $1',
      [id, step, at],
    );
  }

  async deleteTotp(tx: Tx, ref: AccountRef): Promise<boolean> {
    const [sql, parameters] = ofAccount(ref);
    return (await tx.execute(`DELETE FROM totp_secrets WHERE ${sql}`, parameters)) > 0;
  }

  async replaceCodes(tx: Tx, ref: AccountRef, hashes: readonly Buffer[]): Promise<void> {
    await this.deleteCodes(tx, ref);
    await tx.execute(
      `INSERT INTO recovery_codes (tenant_id, member_id, operator_id, code_hash)
       SELECT $1, $2, $3, unnest($4::bytea[])`,
      [...idsOf(ref), hashes],
    );
  }

  async deleteCodes(tx: Tx, ref: AccountRef): Promise<void> {
    const [sql, parameters] = ofAccount(ref);
    await tx.execute(`DELETE FROM recovery_codes WHERE ${sql}`, parameters);
  }

  async countCodes(tx: Tx, ref: AccountRef): Promise<number> {
    const [sql, parameters] = ofAccount(ref);
    const [row] = await tx.query<{ left: number }>(
      `SELECT count(*)::int AS left FROM recovery_codes WHERE ${sql}`,
      parameters,
    );
    return row?.left ?? 0;
  }

  /** True once for each code. */
  async spendCode(tx: Tx, ref: AccountRef, hash: Buffer): Promise<boolean> {
    const [sql, parameters] = ofAccount(ref);
    const spent = await tx.execute(`DELETE FROM recovery_codes WHERE ${sql} AND code_hash = $3`, [
      ...parameters,
      hash,
    ]);
    return spent > 0;
  }
}
