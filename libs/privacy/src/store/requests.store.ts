import type { Position } from '#platform/http';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { DataRequest, RequestState } from '../domain/request.js';

const columns = `id, tenant_id AS "tenantId", kind, subject, subscriber_id AS "subscriberId", state, locale, format,
  name, reply_address AS "replyAddress", postal_address AS "postalAddress", details, reason, fee_yen AS "feeYen",
  received_at AS "receivedAt", due_at AS "dueAt", verified_at AS "verifiedAt", decided_at AS "decidedAt"`;

const open = `state IN ('identity_pending', 'fee_pending', 'in_review')`;

/** What operators look for: what waits, what is late at an instant, or all. */
export interface WantedRequests {
  readonly openOnly: boolean;
  /** Only what is due before that instant. */
  readonly dueBefore: Date | null;
}

/** Requests about personal data. All in transactions of the system: tenants do not see them. */
@Injectable()
export class RequestsStore {
  async add(tx: Tx, r: DataRequest, origin: Buffer): Promise<void> {
    await tx.execute(
      `INSERT INTO personal_data_requests (id, tenant_id, kind, subject, subscriber_id, state, locale, format, name,
         reply_address, postal_address, details, fee_yen, received_at, due_at, origin)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
      [
        ...[r.id, r.tenantId, r.kind, r.subject, r.subscriberId, r.state, r.locale, r.format],
        ...[r.name, r.replyAddress, r.postalAddress, r.details, r.feeYen, r.receivedAt, r.dueAt],
        origin,
      ],
    );
  }

  /** Locked until the transaction ends. */
  async get(tx: Tx, id: string): Promise<DataRequest | undefined> {
    const [found] = await tx.query<DataRequest>(
      `SELECT ${columns} FROM personal_data_requests WHERE id = $1 FOR UPDATE`,
      [id],
    );
    return found;
  }

  /** The one that a token opens, locked. */
  async byToken(tx: Tx, hash: Buffer, now: Date): Promise<DataRequest | undefined> {
    const [found] = await tx.query<DataRequest>(
      `SELECT ${columns} FROM personal_data_requests WHERE token_hash = $1 AND token_until > $2 FOR UPDATE`,
      [hash, now],
    );
    return found;
  }

  /** One more than `limit`, the newest first. */
  page(
    tx: Tx,
    { openOnly, dueBefore }: WantedRequests,
    limit: number,
    after: Position | undefined,
  ): Promise<DataRequest[]> {
    return tx.query<DataRequest>(
      `SELECT ${columns} FROM personal_data_requests
       WHERE (NOT $1 OR ${open}) AND ($2::timestamptz IS NULL OR due_at < $2)
         AND ($3::uuid IS NULL OR (received_at, id) < ($4::timestamptz, $3::uuid))
       ORDER BY received_at DESC, id DESC LIMIT $5`,
      [openOnly, dueBefore, after?.id ?? null, after?.sort ?? null, limit + 1],
    );
  }

  async move(
    tx: Tx,
    id: string,
    to: {
      readonly state: RequestState;
      readonly reason?: string | null;
      readonly verifiedAt?: Date;
      readonly decidedAt?: Date;
    },
  ): Promise<void> {
    await tx.execute(
      `UPDATE personal_data_requests SET state = $2, reason = coalesce($3, reason),
         verified_at = coalesce($4, verified_at), decided_at = coalesce($5, decided_at),
         token_hash = NULL, token_until = NULL WHERE id = $1`,
      [id, to.state, to.reason ?? null, to.verifiedAt ?? null, to.decidedAt ?? null],
    );
  }

  /** The token before it opens nothing any more. */
  async setToken(tx: Tx, id: string, hash: Buffer, until: Date): Promise<void> {
    await tx.execute(
      'UPDATE personal_data_requests SET token_hash = $2, token_until = $3 WHERE id = $1',
      [id, hash, until],
    );
  }

  /** How many came from there since. */
  async cameFrom(tx: Tx, origin: Buffer, since: Date): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(DISTINCT received_at)::int AS count FROM personal_data_requests
       WHERE origin = $1 AND received_at >= $2`,
      [origin, since],
    );
    return row?.count ?? 0;
  }

  /** Whether that reader has asked the same already and not proved it yet: one mail is enough. */
  async isWaiting(tx: Tx, subscriberId: string, kind: string): Promise<boolean> {
    const rows = await tx.query(
      `SELECT FROM personal_data_requests
       WHERE subscriber_id = $1 AND kind = $2 AND state = 'identity_pending'`,
      [subscriberId, kind],
    );
    return rows.length > 0;
  }

  /** Ends those for whose proof or fee nobody waits any longer; gives how many. */
  expire(tx: Tx, receivedBefore: Date): Promise<number> {
    return tx.execute(
      `UPDATE personal_data_requests SET state = 'expired', token_hash = NULL, token_until = NULL
       WHERE state IN ('identity_pending', 'fee_pending') AND coalesce(verified_at, received_at) < $1`,
      [receivedBefore],
    );
  }
}
