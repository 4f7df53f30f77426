import type { PlainDate, TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Purge } from '#platform/retention';
import type { RetentionRule } from '#platform/retention';
import { Injectable } from '@nestjs/common';
import { ErasureLogStore } from '../store/erasure-log.store.js';

const batch = 2_000;

/** Carries single rules out: some rows a transaction, each counted with what it erased, so that dying loses no count. */
@Injectable()
export class EraseInBatches {
  constructor(
    private readonly database: Database,
    private readonly purge: Purge,
    private readonly log: ErasureLogStore,
  ) {}

  /** All that falls due with a tenant. */
  async ofTenant(rule: RetentionRule, tenantId: TenantId, day: PlainDate): Promise<void> {
    for (let count = batch; count === batch;)
      count = await this.database.asSystem(async (tx) => {
        const ended = await this.purge.ofTenant(tx, rule, tenantId, batch);
        const { table, class: dataClass } = rule;
        await this.log.count(tx, { day, tenantId, class: dataClass, rule: table, count: ended });
        return ended;
      });
  }

  /** All whose own time was over at `before`, but for the tenants that are held. */
  async byAge(
    rule: RetentionRule,
    before: Date,
    held: readonly TenantId[],
    day: PlainDate,
  ): Promise<void> {
    for (let count = batch; count === batch;)
      count = await this.database.asSystem(async (tx) => {
        const losses = await this.purge.before(tx, rule, before, held, batch);
        const { table, class: dataClass } = rule;
        for (const { tenantId, rows } of losses)
          await this.log.count(tx, { day, tenantId, class: dataClass, rule: table, count: rows });
        return losses.reduce((sum, { rows }) => sum + rows, 0);
      });
  }

  /** How many rows of a tenant a rule would still end. */
  left(rule: RetentionRule, tenantId: TenantId): Promise<number> {
    return this.database.asSystem((tx) => this.purge.countOfTenant(tx, rule, tenantId));
  }
}
