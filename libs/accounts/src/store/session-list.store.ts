import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { AccountRef, Whereabouts } from '../domain/account.js';
import type { SessionTimes } from '../domain/session-life.js';
import { ofAccount } from './account-columns.js';
import type { SecondFactor } from './sessions.store.js';

export interface ListedSession extends Whereabouts, SessionTimes {
  readonly id: string;
  readonly secondFactor: SecondFactor | null;
}

/** What an account does with its own sessions. System transactions only. */
@Injectable()
export class SessionListStore {
  /** The last used first. */
  list(tx: Tx, ref: AccountRef): Promise<ListedSession[]> {
    const [sql, parameters] = ofAccount(ref);
    return tx.query<ListedSession>(
      `SELECT id, device, network, created_at AS "createdAt", seen_at AS "seenAt", second_factor AS "secondFactor"
       FROM sessions WHERE ${sql} ORDER BY seen_at DESC, id LIMIT 200`,
      parameters,
    );
  }

  async deleteOne(tx: Tx, ref: AccountRef, id: string): Promise<boolean> {
    const [sql, parameters] = ofAccount(ref);
    return (
      (await tx.execute(`DELETE FROM sessions WHERE ${sql} AND id = $3`, [...parameters, id])) > 0
    );
  }

  /** Gives how many ended. */
  deleteOthers(tx: Tx, ref: AccountRef, keptId: string): Promise<number> {
    const [sql, parameters] = ofAccount(ref);
    return tx.execute(`DELETE FROM sessions WHERE ${sql} AND id <> $3`, [...parameters, keptId]);
  }

  /** The challenge that waits for an answer of a new passkey; null takes it back. */
  async setChallenge(tx: Tx, id: string, challenge: string | null): Promise<void> {
    await tx.execute('UPDATE sessions SET passkey_challenge = $2 WHERE id = $1', [id, challenge]);
  }

  async lockChallenge(tx: Tx, id: string): Promise<string | undefined> {
    const [row] = await tx.query<{ challenge: string | null }>(
      'SELECT passkey_challenge AS challenge FROM sessions WHERE id = $1 FOR UPDATE',
      [id],
    );
    return row?.challenge ?? undefined;
  }

  /** Null ends the work in a tenant's name. */
  async setActing(
    tx: Tx,
    id: string,
    acting: { tenantId: TenantId; until: Date } | null,
  ): Promise<void> {
    await tx.execute('UPDATE sessions SET acting_for = $2, acting_until = $3 WHERE id = $1', [
      id,
      acting?.tenantId ?? null,
      acting?.until ?? null,
    ]);
  }

  async endActingFor(tx: Tx, tenantId: TenantId): Promise<void> {
    await tx.execute(
      'UPDATE sessions SET acting_for = NULL, acting_until = NULL WHERE acting_for = $1',
      [tenantId],
    );
  }

  /** Ends everything that stands for people of the tenant. */
  async deleteOfTenant(tx: Tx, tenantId: TenantId): Promise<void> {
    for (const table of ['sessions', 'password_resets', 'sign_in_tickets'])
      await tx.execute(`DELETE FROM ${table} WHERE tenant_id = $1`, [tenantId]);
  }
}
