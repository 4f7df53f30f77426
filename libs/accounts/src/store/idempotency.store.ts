import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

/** What a request is known by: who sent it, whereto, under which key of theirs. */
export interface RequestKey {
  readonly actorId: string;
  readonly route: string;
  readonly key: string;
}

export interface StoredAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

interface StoredRequest {
  readonly fingerprint: Buffer;
  readonly startedAt: Date;
  /** Null while the first request is worked on. */
  readonly answer: StoredAnswer | null;
}

const known = `tenant_id IS NOT DISTINCT FROM $1 AND actor_id = $2 AND route = $3 AND key = $4`;

/** Requests that may be repeated, with their answers. Those of operators have no tenant. */
@Injectable()
export class IdempotencyStore {
  /** Gives whether the request is the first of its key. A racing twin waits here until the first one is written. */
  async begin(
    tx: Tx,
    tenantId: TenantId | null,
    request: RequestKey,
    fingerprint: Buffer,
    at: Date,
  ): Promise<boolean> {
    const count = await tx.execute(
      `INSERT INTO idempotency_keys (tenant_id, actor_id, route, key, fingerprint, started_at)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
      [tenantId, request.actorId, request.route, request.key, fingerprint, at],
    );
    return count > 0;
  }

  async find(
    tx: Tx,
    tenantId: TenantId | null,
    request: RequestKey,
  ): Promise<StoredRequest | undefined> {
    const [row] = await tx.query<StoredRequest>(
      `SELECT fingerprint, started_at AS "startedAt", answer FROM idempotency_keys WHERE ${known}`,
      [tenantId, request.actorId, request.route, request.key],
    );
    return row;
  }

  /** Forgets the request unless a later one has taken its place. */
  async forget(
    tx: Tx,
    tenantId: TenantId | null,
    request: RequestKey,
    startedAt: Date,
  ): Promise<void> {
    await tx.execute(`DELETE FROM idempotency_keys WHERE ${known} AND started_at = $5`, [
      tenantId,
      request.actorId,
      request.route,
      request.key,
      startedAt,
    ]);
  }

  async finish(
    tx: Tx,
    tenantId: TenantId | null,
    request: RequestKey,
    answer: StoredAnswer,
  ): Promise<void> {
    await tx.execute(`UPDATE idempotency_keys SET answer = $5 WHERE ${known}`, [
      tenantId,
      request.actorId,
      request.route,
      request.key,
      JSON.stringify(answer),
    ]);
  }

  async deleteBefore(tx: Tx, at: Date): Promise<void> {
    await tx.execute('DELETE FROM idempotency_keys WHERE started_at < $1', [at]);
  }
}
