import type { TenantId } from '#lib/kernel';
import { Secrets } from '#platform/secrets';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Endpoint } from '../domain/endpoint.js';
import type { EventType } from '../domain/event-types.js';

const columns = `id, url, events, state, failing_since AS "failingSince", created_at AS "createdAt"`;

/** Endpoints of a tenant. Their secrets are kept encrypted. */
@Injectable()
export class EndpointsStore {
  constructor(private readonly secrets: Secrets) {}

  async add(tx: Tx, tenantId: TenantId, endpoint: Endpoint, secret: string): Promise<void> {
    const { id, url, events, state, createdAt } = endpoint;
    const box = this.secrets.encrypt('webhook', id, Buffer.from(secret));
    await tx.execute(
      `INSERT INTO webhook_endpoints (tenant_id, id, url, events, secret, state, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [tenantId, id, url, events, box, state, createdAt],
    );
  }

  /** Oldest first. */
  all(tx: Tx, tenantId: TenantId): Promise<Endpoint[]> {
    return tx.query<Endpoint>(
      `SELECT ${columns} FROM webhook_endpoints WHERE tenant_id = $1 ORDER BY created_at, id`,
      [tenantId],
    );
  }

  /** Those that are on and want events of that type. */
  wanting(tx: Tx, tenantId: TenantId, type: EventType): Promise<Endpoint[]> {
    return tx.query<Endpoint>(
      `SELECT ${columns} FROM webhook_endpoints
       WHERE tenant_id = $1 AND state = 'on' AND $2 = ANY (events) ORDER BY id`,
      [tenantId, type],
    );
  }

  /** Locked until the transaction ends. */
  async lock(tx: Tx, tenantId: TenantId, id: string): Promise<Endpoint | undefined> {
    const [endpoint] = await tx.query<Endpoint>(
      `SELECT ${columns} FROM webhook_endpoints WHERE tenant_id = $1 AND id = $2 FOR UPDATE`,
      [tenantId, id],
    );
    return endpoint;
  }

  async save(tx: Tx, tenantId: TenantId, endpoint: Endpoint): Promise<void> {
    const { id, url, events, state, failingSince } = endpoint;
    await tx.execute(
      `UPDATE webhook_endpoints SET url = $3, events = $4, state = $5, failing_since = $6
       WHERE tenant_id = $1 AND id = $2`,
      [tenantId, id, url, events, state, failingSince],
    );
  }

  /** With it goes its history. False when there was none. */
  async remove(tx: Tx, tenantId: TenantId, id: string): Promise<boolean> {
    const removed = await tx.execute(
      'DELETE FROM webhook_endpoints WHERE tenant_id = $1 AND id = $2',
      [tenantId, id],
    );
    return removed === 1;
  }

  async secret(tx: Tx, tenantId: TenantId, id: string): Promise<string | undefined> {
    const [row] = await tx.query<{ secret: Buffer }>(
      'SELECT secret FROM webhook_endpoints WHERE tenant_id = $1 AND id = $2',
      [tenantId, id],
    );
    return row && this.secrets.decrypt('webhook', id, row.secret).toString();
  }

  async setSecret(tx: Tx, tenantId: TenantId, id: string, secret: string): Promise<void> {
    const box = this.secrets.encrypt('webhook', id, Buffer.from(secret));
    await tx.execute('UPDATE webhook_endpoints SET secret = $3 WHERE tenant_id = $1 AND id = $2', [
      tenantId,
      id,
      box,
    ]);
  }
}
