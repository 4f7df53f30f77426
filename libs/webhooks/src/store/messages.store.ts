import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import type { Position } from '#platform/http';
import { Injectable } from '@nestjs/common';
import type { WebhookMessage } from '../domain/endpoint.js';

const columns = `id, endpoint_id AS "endpointId", type, body, created_at AS "createdAt", state, tries,
  last_tried_at AS "lastTriedAt", last_status AS "lastStatus", last_problem AS "lastProblem",
  next_try_at AS "nextTryAt"`;

/** Messages and what became of them. */
@Injectable()
export class MessagesStore {
  async add(
    tx: Tx,
    tenantId: TenantId,
    message: Pick<WebhookMessage, 'id' | 'endpointId' | 'type' | 'body' | 'createdAt'>,
  ): Promise<void> {
    const { id, endpointId, type, body, createdAt } = message;
    await tx.execute(
      `INSERT INTO webhook_messages (tenant_id, id, endpoint_id, type, body, created_at, state, next_try_at)
       VALUES ($1, $2, $3, $4, $5, $6, 'waiting', $6)`,
      [tenantId, id, endpointId, type, body, createdAt],
    );
  }

  async find(tx: Tx, tenantId: TenantId, id: string): Promise<WebhookMessage | undefined> {
    const [message] = await tx.query<WebhookMessage>(
      `SELECT ${columns} FROM webhook_messages WHERE tenant_id = $1 AND id = $2`,
      [tenantId, id],
    );
    return message;
  }

  async save(tx: Tx, tenantId: TenantId, message: WebhookMessage): Promise<void> {
    const { id, state, tries, lastTriedAt, lastStatus, lastProblem, nextTryAt } = message;
    await tx.execute(
      `UPDATE webhook_messages SET state = $3, tries = $4, last_tried_at = $5, last_status = $6,
         last_problem = $7, next_try_at = $8 WHERE tenant_id = $1 AND id = $2`,
      [tenantId, id, state, tries, lastTriedAt, lastStatus, lastProblem, nextTryAt],
    );
  }

  /** One more than `limit`, newest first. */
  page(
    tx: Tx,
    tenantId: TenantId,
    endpointId: string,
    limit: number,
    after: Position | undefined,
  ): Promise<WebhookMessage[]> {
    return tx.query<WebhookMessage>(
      `SELECT ${columns} FROM webhook_messages WHERE tenant_id = $1 AND endpoint_id = $2
         AND ($3::uuid IS NULL OR (created_at, id) < ($4::timestamptz, $3::uuid))
       ORDER BY created_at DESC, id DESC LIMIT $5`,
      [tenantId, endpointId, after?.id ?? null, after?.sort ?? null, limit + 1],
    );
  }

  /** Of all tenants: overdue, because what should have tried them is gone. */
  overdue(tx: Tx, before: Date): Promise<{ tenantId: TenantId; id: string; tries: number }[]> {
    return tx.query(
      `SELECT tenant_id AS "tenantId", id, tries FROM webhook_messages
       WHERE state = 'waiting' AND next_try_at < $1 ORDER BY next_try_at LIMIT 1000`,
      [before],
    );
  }

  async forget(tx: Tx, before: Date): Promise<void> {
    await tx.execute('DELETE FROM webhook_messages WHERE created_at < $1', [before]);
  }
}
