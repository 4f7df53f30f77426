import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { conditionSql } from '../domain/condition-sql.js';
import type { Sql } from '../domain/condition-sql.js';
import type { Target } from '../domain/target.js';

/** A target as a SELECT of (subscriber_id uuid, domain text): active people only, one row a person. */
@Injectable()
export class AudienceQuery {
  constructor(private readonly clock: Clock) {}

  /** @param firstParameter number of the first `$n` that is still free in the statement it goes into */
  of(tenantId: TenantId, target: Target, firstParameter = 1): Sql {
    const n = firstParameter;
    const condition = target.condition
      ? conditionSql(target.condition, this.clock.now(), n + 2)
      : { sql: 'true', parameters: [] };
    return {
      sql: `SELECT s.id AS subscriber_id, s.domain FROM subscribers s
             WHERE s.tenant_id = $${n} AND s.address IS NOT NULL AND s.id IN (
               SELECT b.subscriber_id FROM subscriptions b
                WHERE b.tenant_id = $${n} AND b.newsletter_id = ANY ($${n + 1}::uuid[]) AND b.status = 'active')
               AND ${condition.sql}`,
      parameters: [tenantId, target.newsletterIds, ...condition.parameters],
    };
  }
}
