import { asTenantId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { AccountRef } from '../domain/account.js';
import { voidPassword } from '../domain/password.js';
import type { Actor, MemberRole, OperatorRole } from '../domain/actor.js';

export interface FoundAccount {
  readonly ref: AccountRef;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
  /** The account's owner, acting. */
  readonly actor: Actor;
}

interface AccountColumns {
  readonly tenantId: string | null;
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly role: string;
}

const memberColumns = `m.tenant_id AS "tenantId", m.id, m.role, m.email, m.name, m.password_hash AS "passwordHash"`;
const operatorColumns = `NULL AS "tenantId", id, role, email, name, password_hash AS "passwordHash"`;

const found = ({ tenantId, id, role, ...account }: AccountColumns): FoundAccount => {
  if (tenantId === null) {
    const actor = { kind: 'operator', operatorId: id, role: role as OperatorRole } as const;
    return { ...account, ref: { kind: 'operator', tenantId, id }, actor };
  }
  const of = { kind: 'member', tenantId: asTenantId(tenantId) } as const;
  const actor = { ...of, memberId: id, role: role as MemberRole };
  return { ...account, ref: { ...of, id }, actor };
};

/** Finds accounts before it is known whose they are; only in the system's transactions. */
@Injectable()
export class SignInStore {
  /** All members with that address, of one tenant when its slug is given. */
  async members(tx: Tx, emailKey: string, slug: string | undefined): Promise<FoundAccount[]> {
    const rows = await tx.query<AccountColumns>(
      `SELECT ${memberColumns} FROM members m JOIN tenants t ON t.id = m.tenant_id
       WHERE t.closed_at IS NULL AND lower(m.email) = $1 AND ($2::text IS NULL OR t.slug = $2)`,
      [emailKey, slug ?? null],
    );
    return rows.map(found);
  }

  async operators(tx: Tx, emailKey: string): Promise<FoundAccount[]> {
    const rows = await tx.query<AccountColumns>(
      `SELECT ${operatorColumns} FROM operators WHERE lower(email) = $1`,
      [emailKey],
    );
    return rows.map(found);
  }

  async byRef(tx: Tx, ref: AccountRef): Promise<FoundAccount | undefined> {
    const [row] =
      ref.kind === 'member'
        ? await tx.query<AccountColumns>(
            `SELECT ${memberColumns} FROM members m WHERE m.tenant_id = $1 AND m.id = $2`,
            [ref.tenantId, ref.id],
          )
        : await tx.query<AccountColumns>(`SELECT ${operatorColumns} FROM operators WHERE id = $1`, [
            ref.id,
          ]);
    return row && found(row);
  }

  /** Everybody of a tenant. */
  async ofTenant(tx: Tx, tenantId: TenantId): Promise<FoundAccount[]> {
    const rows = await tx.query<AccountColumns>(
      `SELECT ${memberColumns} FROM members m WHERE m.tenant_id = $1 ORDER BY m.created_at, m.id`,
      [tenantId],
    );
    return rows.map(found);
  }

  /** No password fits any more; a link from a mail sets a new one. */
  async voidPasswords(tx: Tx, tenantId: TenantId): Promise<void> {
    await tx.execute('UPDATE members SET password_hash = $2 WHERE tenant_id = $1', [
      tenantId,
      voidPassword,
    ]);
  }

  async setPassword(tx: Tx, ref: AccountRef, passwordHash: string): Promise<void> {
    if (ref.kind === 'member')
      await tx.execute('UPDATE members SET password_hash = $3 WHERE tenant_id = $1 AND id = $2', [
        ref.tenantId,
        ref.id,
        passwordHash,
      ]);
    else
      await tx.execute('UPDATE operators SET password_hash = $2 WHERE id = $1', [
        ref.id,
        passwordHash,
      ]);
  }

  /** Locks the account against changes and gives whether its password is still the one that was checked. */
  async stillHas(tx: Tx, ref: AccountRef, passwordHash: string): Promise<boolean> {
    const rows =
      ref.kind === 'member'
        ? await tx.query(
            'SELECT FROM members WHERE tenant_id = $1 AND id = $2 AND password_hash = $3 FOR SHARE',
            [ref.tenantId, ref.id, passwordHash],
          )
        : await tx.query('SELECT FROM operators WHERE id = $1 AND password_hash = $2 FOR SHARE', [
            ref.id,
            passwordHash,
          ]);
    return rows.length > 0;
  }
}
