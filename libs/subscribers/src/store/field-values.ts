import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import type { TenantKey } from '#platform/tenant-keys';
import { Injectable } from '@nestjs/common';
import { hasValue, heldValues } from '../domain/field-traits.js';
import type { FieldValues } from '../domain/form-field.js';
import { meetsField } from '../domain/meets-condition.js';
import type { FieldCondition } from '../domain/target.js';
import { tokenOf } from './sealed-person.js';

const batch = 5_000;
/** Less than any bigint but one, which no hash ever gives. */
const beforeAll = String(-(2n ** 63n));

/**
 * Each value that a tenant's readers gave to a field, sealed, once however many gave it. Equality needs none of it;
 * comparisons by size or by part open the values of one field and ask for the tokens of those that are meant.
 */
@Injectable()
export class FieldValueStore {
  /** Notes the values of a person; nobody can forget them before the transaction ends. */
  async note(tx: Tx, tenantId: TenantId, key: TenantKey, fields: FieldValues): Promise<void> {
    const held = heldValues(fields).map(([field, value]) => ({
      field,
      token: tokenOf(key, hasValue(field, value)),
      value: sealValue(key, field, value),
    }));
    if (held.length === 0) return;
    const [names, tokens] = [held.map(({ field }) => field), held.map(({ token }) => token)];
    for (;;) {
      await tx.execute(
        `INSERT INTO field_values (tenant_id, field, token, value)
         SELECT $1, * FROM unnest($2::text[], $3::bigint[], $4::bytea[]) ON CONFLICT DO NOTHING`,
        [tenantId, names, tokens, held.map(({ value }) => value)],
      );
      const locked = await tx.query(
        `SELECT FROM field_values WHERE tenant_id = $1 AND token = ANY ($2::bigint[]) FOR KEY SHARE`,
        [tenantId, tokens],
      );
      if (locked.length >= held.length) return;
    }
  }

  /** The tokens of all values of the field that the comparison means. */
  async meantBy(
    tx: Tx,
    tenantId: TenantId,
    key: TenantKey,
    condition: FieldCondition,
  ): Promise<string[]> {
    const { field } = condition;
    const meant: string[] = [];
    let after = beforeAll;
    for (;;) {
      const rows: ValueRow[] = await tx.query<ValueRow>(
        `SELECT v.token::text, v.value FROM field_values v
          WHERE v.tenant_id = $1 AND v.field = $2 AND v.token > $3 ORDER BY v.token LIMIT $4`,
        [tenantId, field, after, batch],
      );
      for (const { token, value } of rows)
        if (meetsField(condition, openValue(key, field, value))) meant.push(token);
      if (rows.length < batch) return meant;
      after = rows.at(-1)?.token ?? after;
    }
  }

  /** Forgets those among the values that nobody holds any more. */
  async forgetUnused(tx: Tx, tenantId: TenantId, tokens: readonly string[]): Promise<void> {
    const unused = await tx.query<{ token: string }>(
      `SELECT v.token::text FROM field_values v
        WHERE v.tenant_id = $1 AND v.token = ANY ($2::bigint[]) AND ${isUnused}`,
      [tenantId, tokens],
    );
    if (unused.length === 0) return;
    // Whoever notes one of them meanwhile is waited for, and then seen.
    const found = [tenantId, unused.map(({ token }) => token)];
    await tx.query(
      `SELECT FROM field_values WHERE tenant_id = $1 AND token = ANY ($2::bigint[]) ORDER BY token FOR UPDATE`,
      found,
    );
    await tx.execute(
      `DELETE FROM field_values v WHERE v.tenant_id = $1 AND v.token = ANY ($2::bigint[]) AND ${isUnused}`,
      found,
    );
  }
}

interface ValueRow {
  readonly token: string;
  readonly value: Buffer;
}

const isUnused = `NOT EXISTS (SELECT FROM subscribers s WHERE s.tenant_id = v.tenant_id AND s.field_tokens @> ARRAY[v.token])`;

export const sealValue = (key: TenantKey, field: string, value: string | number): Buffer =>
  key.seal('field-value', field, Buffer.from(JSON.stringify(value)));

const openValue = (key: TenantKey, field: string, sealed: Buffer): string | number =>
  JSON.parse(key.unseal('field-value', field, sealed).toString()) as string | number;
