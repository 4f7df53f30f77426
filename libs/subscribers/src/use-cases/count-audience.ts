import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Target } from '../domain/target.js';
import { Ledger } from '../store/ledger.js';
import { SubscriberStore } from '../store/subscriber-store.js';
import { AudienceQuery } from './audience-query.js';

/** How many people a target reaches at this moment, each once. */
@Injectable()
export class CountAudience {
  constructor(
    private readonly query: AudienceQuery,
    private readonly subscribers: SubscriberStore,
    private readonly ledger: Ledger,
  ) {}

  /** All readers of one newsletter, the usual target, cost nothing to count: the ledger knows their number. */
  async within(tx: Tx, tenantId: TenantId, target: Target): Promise<number> {
    const [newsletterId, ...others] = new Set(target.newsletterIds);
    if (newsletterId === undefined) return 0;
    if (others.length === 0 && target.condition === null)
      return (await this.ledger.now(tx, tenantId, newsletterId)).active;
    return this.subscribers.count(tx, await this.query.of(tx, tenantId, target));
  }
}
