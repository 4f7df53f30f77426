import type { TenantId } from '#lib/kernel';
import { asTenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { FieldValues } from '../domain/form-field.js';
import type { Sql } from '../domain/condition-sql.js';

/** What is known of a person besides the address. */
@Injectable()
export class SubscriberStore {
  /** The tenant of a person, for links that name the person only. Needs a transaction that sees all tenants. */
  async tenantOf(tx: Tx, subscriberId: string): Promise<TenantId | undefined> {
    const [row] = await tx.query<{ tenant_id: string }>(
      `SELECT tenant_id FROM subscribers WHERE id = $1`,
      [subscriberId],
    );
    return row && asTenantId(row.tenant_id);
  }

  async fields(tx: Tx, tenantId: TenantId, subscriberId: string): Promise<FieldValues> {
    const [row] = await tx.query<{ fields: FieldValues }>(
      `SELECT fields FROM subscribers WHERE tenant_id = $1 AND id = $2`,
      [tenantId, subscriberId],
    );
    return row?.fields ?? {};
  }

  /** Lays new values over the old ones; fields not named stay. */
  async mergeFields(
    tx: Tx,
    tenantId: TenantId,
    subscriberId: string,
    fields: FieldValues,
  ): Promise<void> {
    await tx.execute(
      `UPDATE subscribers SET fields = fields || $3::jsonb WHERE tenant_id = $1 AND id = $2 AND erased_at IS NULL`,
      [tenantId, subscriberId, JSON.stringify(fields)],
    );
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
    return tx.query(
      `SELECT id, fields FROM subscribers
        WHERE tenant_id = $${n + 1} AND id IN (SELECT subscriber_id FROM (${audience.sql}) AS audience)
        ORDER BY md5(id::text) LIMIT $${n + 2}`,
      [...audience.parameters, tenantId, limit],
    );
  }
}
