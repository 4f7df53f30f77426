import type { TenantId } from '#lib/kernel';
import { asTenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { TenantKeys } from '#platform/tenant-keys';
import { Injectable } from '@nestjs/common';
import { traitsOf } from '../domain/field-traits.js';
import type { FieldValues } from '../domain/form-field.js';
import type { Sql } from '../domain/condition-sql.js';
import { FieldValueStore } from './field-values.js';
import { openFields, sealFields, tokenOf } from './sealed-person.js';

interface FieldsRow {
  readonly id: string;
  readonly fields: Buffer | null;
}

/** What is known of a person besides the address. */
@Injectable()
export class SubscriberStore {
  constructor(
    private readonly keys: TenantKeys,
    private readonly values: FieldValueStore,
  ) {}

  /** The tenant of a person, for links that name the person only. Needs a transaction that sees all tenants. */
  async tenantOf(tx: Tx, subscriberId: string): Promise<TenantId | undefined> {
    const [row] = await tx.query<{ tenant_id: string }>(
      `SELECT tenant_id FROM subscribers WHERE id = $1`,
      [subscriberId],
    );
    return row && asTenantId(row.tenant_id);
  }

  async fields(tx: Tx, tenantId: TenantId, subscriberId: string): Promise<FieldValues> {
    const [row] = await tx.query<FieldsRow>(
      `SELECT id, fields FROM subscribers WHERE tenant_id = $1 AND id = $2`,
      [tenantId, subscriberId],
    );
    return row ? openFields(await this.keys.open(tenantId), row.id, row.fields) : {};
  }

  /** Lays new values over the old ones; fields not named stay. */
  async mergeFields(
    tx: Tx,
    tenantId: TenantId,
    subscriberId: string,
    fields: FieldValues,
  ): Promise<void> {
    const [row] = await tx.query<FieldsRow & { tokens: string[] }>(
      `SELECT id, fields, field_tokens::text[] AS tokens FROM subscribers
        WHERE tenant_id = $1 AND id = $2 AND erased_at IS NULL FOR UPDATE`,
      [tenantId, subscriberId],
    );
    if (!row) return;
    const key = await this.keys.open(tenantId);
    const merged = { ...openFields(key, row.id, row.fields), ...fields };
    const tokens = traitsOf(merged).map((trait) => tokenOf(key, trait));
    await this.values.note(tx, tenantId, key, merged);
    await tx.execute(
      `UPDATE subscribers SET fields = $3, field_tokens = $4::bigint[] WHERE tenant_id = $1 AND id = $2`,
      [tenantId, row.id, sealFields(key, row.id, merged), tokens],
    );
    const gone = row.tokens.filter((token) => !tokens.includes(token));
    if (gone.length > 0) await this.values.forgetUnused(tx, tenantId, gone);
  }

  /** The day of signing up is that of the first of the newsletters read without a break. */
  async markJoined(tx: Tx, tenantId: TenantId, subscriberId: string, at: Date): Promise<void> {
    await tx.execute(
      `UPDATE subscribers s SET joined_at = $3 WHERE tenant_id = $1 AND id = $2
          AND (SELECT count(*) FROM subscriptions b
                WHERE b.tenant_id = $1 AND b.subscriber_id = $2 AND b.status = 'active') = 1`,
      [tenantId, subscriberId, at],
    );
  }

  async count(tx: Tx, audience: Sql): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*) AS count FROM (${audience.sql}) AS audience`,
      audience.parameters,
    );
    return row?.count ?? 0;
  }

  /** Some of an audience, in no order that tells anything. */
  async sample(
    tx: Tx,
    tenantId: TenantId,
    audience: Sql,
    limit: number,
  ): Promise<{ id: string; fields: FieldValues }[]> {
    const n = audience.parameters.length;
    const rows = await tx.query<FieldsRow>(
      `SELECT id, fields FROM subscribers
        WHERE tenant_id = $${n + 1} AND id IN (SELECT subscriber_id FROM (${audience.sql}) AS audience)
        ORDER BY md5(id::text) LIMIT $${n + 2}`,
      [...audience.parameters, tenantId, limit],
    );
    const key = await this.keys.open(tenantId);
    return rows.map(({ id, fields }) => ({ id, fields: openFields(key, id, fields) }));
  }
}
