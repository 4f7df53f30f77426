import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { conditionSql } from '../domain/condition-sql.js';
import type { Sql } from '../domain/condition-sql.js';
import type { Target } from '../domain/target.js';
import { FieldSearch } from '../store/field-search.js';

/** A target as a SELECT of (subscriber_id uuid, domain text): active people only, one row a person. */
@Injectable()
export class AudienceQuery {
  constructor(
    private readonly clock: Clock,
    private readonly search: FieldSearch,
  ) {}

  /** @param firstParameter number of the first `$n` that is still free in the statement it goes into */
  of(tx: Tx, tenantId: TenantId, target: Target, firstParameter = 1): Promise<Sql> {
    const n = firstParameter;
    return this.select(tx, tenantId, target, n, {
      now: this.clock.now(),
      member: `s.id IN (
               SELECT b.subscriber_id FROM subscriptions b
                WHERE b.tenant_id = $${n} AND b.newsletter_id = ANY ($${n + 1}::uuid[]) AND b.status = 'active')`,
    });
  }

  /**
   * The same for a statement that takes people in the order of their ids, some thousand at a time: each is looked up
   * by itself, so that a slice costs the same of whatever audience. OFFSET keeps the planner from joining.
   * @param now the instant that conditions such as "joined within 30 days" go by
   */
  inOrder(
    tx: Tx,
    tenantId: TenantId,
    target: Target,
    firstParameter: number,
    now: Date,
  ): Promise<Sql> {
    const n = firstParameter;
    return this.select(tx, tenantId, target, n, {
      now,
      member: `EXISTS (
               SELECT FROM subscriptions b
                WHERE b.tenant_id = $${n} AND b.subscriber_id = s.id
                  AND b.newsletter_id = ANY ($${n + 1}::uuid[]) AND b.status = 'active' OFFSET 0)`,
    });
  }

  private async select(
    tx: Tx,
    tenantId: TenantId,
    target: Target,
    n: number,
    { now, member }: { now: Date; member: string },
  ): Promise<Sql> {
    const condition = target.condition
      ? conditionSql(
          target.condition,
          now,
          await this.search.tokens(tx, tenantId, target.condition),
          n + 2,
        )
      : { sql: 'true', parameters: [] };
    return {
      sql: `SELECT s.id AS subscriber_id, s.domain FROM subscribers s
             WHERE s.tenant_id = $${n} AND s.address IS NOT NULL AND ${member}
               AND ${condition.sql}`,
      parameters: [tenantId, target.newsletterIds, ...condition.parameters],
    };
  }
}
