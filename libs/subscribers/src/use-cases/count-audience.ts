import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Target } from '../domain/target.js';
import { SubscriberStore } from '../store/subscriber-store.js';
import { AudienceQuery } from './audience-query.js';

/** How many people a target reaches at this moment. */
@Injectable()
export class CountAudience {
  constructor(
    private readonly database: Database,
    private readonly query: AudienceQuery,
    private readonly subscribers: SubscriberStore,
  ) {}

  execute(tenantId: TenantId, target: Target): Promise<{ count: number }> {
    return this.database.inTenant(tenantId, async (tx) => ({
      count: await this.subscribers.count(tx, await this.query.of(tx, tenantId, target)),
    }));
  }
}
