import { asTenantId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { headcountEffect, statusAfter } from '../domain/subscription.js';
import type { SubscriptionEvent, SubscriptionStatus } from '../domain/subscription.js';

export interface Subscription {
  readonly id: string;
  readonly newsletterId: string;
  readonly subscriberId: string;
  readonly status: SubscriptionStatus;
  readonly statusAt: Date;
}

interface SubscriptionRow {
  readonly id: string;
  readonly newsletter_id: string;
  readonly subscriber_id: string;
  readonly status: SubscriptionStatus;
  readonly status_at: Date;
}

const columns = `id, newsletter_id, subscriber_id, status, status_at`;

/**
 * Subscriptions and the ledger of their changes, always written together. Whoever changes a subscription holds
 * the lock on its person, so that the number of distinct active people in the ledger cannot go wrong.
 */
@Injectable()
export class SubscriptionStore {
  /** Makes all other changes to this person's subscriptions wait. */
  async lockPerson(tx: Tx, tenantId: TenantId, subscriberId: string): Promise<void> {
    await tx.query(`SELECT FROM subscribers WHERE tenant_id = $1 AND id = $2 FOR UPDATE`, [
      tenantId,
      subscriberId,
    ]);
  }

  async open(
    tx: Tx,
    tenantId: TenantId,
    { id, newsletterId, subscriberId, at }: Opening,
  ): Promise<void> {
    await tx.execute(
      `WITH opened AS (
         INSERT INTO subscriptions (tenant_id, id, newsletter_id, subscriber_id, status, status_at, created_at)
         VALUES ($1, $2, $3, $4, 'pending', $5, $5)
       )
       INSERT INTO subscriber_changes (tenant_id, subscription_id, newsletter_id, subscriber_id, at, to_status, delta)
       VALUES ($1, $2, $3, $4, $5, 'pending', 0)`,
      [tenantId, id, newsletterId, subscriberId, at],
    );
  }

  /** Compare-and-set by the state machine. False when the event has no meaning any more. */
  async move(
    tx: Tx,
    tenantId: TenantId,
    subscription: Subscription,
    event: SubscriptionEvent,
    at: Date,
  ): Promise<boolean> {
    const from = subscription.status;
    const to = statusAfter(from, event);
    if (!to) return false;
    const moved = await tx.execute(
      `WITH moved AS (
         UPDATE subscriptions SET status = $4, status_at = $5
          WHERE tenant_id = $1 AND id = $2 AND status = $3
         RETURNING newsletter_id, subscriber_id
       ), others AS (
         SELECT count(*) AS active FROM subscriptions o, moved
          WHERE o.tenant_id = $1 AND o.subscriber_id = moved.subscriber_id AND o.id <> $2 AND o.status = 'active'
       )
       INSERT INTO subscriber_changes
         (tenant_id, subscription_id, newsletter_id, subscriber_id, at, from_status, to_status, delta)
       SELECT $1, $2, newsletter_id, subscriber_id, $5, $3, $4, CASE WHEN active > 0 THEN $7::smallint ELSE $6::smallint END
         FROM moved, others`,
      [
        tenantId,
        subscription.id,
        from,
        to,
        at,
        headcountEffect(from, to, 0),
        headcountEffect(from, to, 1),
      ],
    );
    return moved === 1;
  }

  /** Everything of a person that is not erased yet, oldest first. */
  async ofPerson(tx: Tx, tenantId: TenantId, subscriberId: string): Promise<Subscription[]> {
    const rows = await tx.query<SubscriptionRow>(
      `SELECT ${columns} FROM subscriptions
        WHERE tenant_id = $1 AND subscriber_id = $2 AND status <> 'erased' ORDER BY created_at, id`,
      [tenantId, subscriberId],
    );
    return rows.map(subscriptionOf);
  }

  /** What a person unsubscribed from at exactly that instant. */
  async leftAt(
    tx: Tx,
    tenantId: TenantId,
    subscriberId: string,
    at: Date,
  ): Promise<Subscription[]> {
    const all = await this.ofPerson(tx, tenantId, subscriberId);
    return all.filter(
      ({ status, statusAt }) => status === 'unsubscribed' && statusAt.getTime() === at.getTime(),
    );
  }

  async get(tx: Tx, tenantId: TenantId, id: string): Promise<Subscription | undefined> {
    const [row] = await tx.query<SubscriptionRow>(
      `SELECT ${columns} FROM subscriptions WHERE tenant_id = $1 AND id = $2`,
      [tenantId, id],
    );
    return row && subscriptionOf(row);
  }

  /** Some people of all tenants who left everything at or before that instant and are not erased yet. */
  async departed(
    tx: Tx,
    leftBy: Date,
    limit: number,
  ): Promise<{ tenantId: TenantId; subscriberId: string }[]> {
    const rows = await tx.query<{ tenant_id: string; subscriber_id: string }>(
      `SELECT DISTINCT u.tenant_id, u.subscriber_id FROM subscriptions u
        WHERE u.status = 'unsubscribed' AND u.status_at <= $1 AND NOT EXISTS (
          SELECT FROM subscriptions o WHERE o.tenant_id = u.tenant_id AND o.subscriber_id = u.subscriber_id
             AND (o.status IN ('pending', 'active') OR o.status = 'unsubscribed' AND o.status_at > $1))
        LIMIT $2`,
      [leftBy, limit],
    );
    return rows.map((row) => ({
      tenantId: asTenantId(row.tenant_id),
      subscriberId: row.subscriber_id,
    }));
  }

  /** The pending or active one, of which a person has at most one for each newsletter. */
  async live(
    tx: Tx,
    tenantId: TenantId,
    newsletterId: string,
    subscriberId: string,
  ): Promise<Subscription | undefined> {
    const [row] = await tx.query<SubscriptionRow>(
      `SELECT ${columns} FROM subscriptions WHERE tenant_id = $1 AND newsletter_id = $2 AND subscriber_id = $3
          AND status IN ('pending', 'active')`,
      [tenantId, newsletterId, subscriberId],
    );
    return row && subscriptionOf(row);
  }
}

interface Opening {
  readonly id: string;
  readonly newsletterId: string;
  readonly subscriberId: string;
  readonly at: Date;
}

const subscriptionOf = (row: SubscriptionRow): Subscription => ({
  id: row.id,
  newsletterId: row.newsletter_id,
  subscriberId: row.subscriber_id,
  status: row.status,
  statusAt: row.status_at,
});
