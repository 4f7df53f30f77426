import type { TenantId } from '#lib/kernel';
import { AudienceQuery } from '#lib/subscribers';
import type { Target } from '#lib/subscribers';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { badCondition } from '../campaigns.errors.js';
import { ResolveTarget } from './resolve-target.js';
import type { WantedTarget } from './resolve-target.js';

/** How many persons a target has now, saved or not; each counts once whatever newsletters they read. */
@Injectable()
export class CountTarget {
  constructor(
    private readonly database: Database,
    private readonly resolve: ResolveTarget,
    private readonly audience: AudienceQuery,
  ) {}

  /** @throws BusinessError campaign.bad-condition, campaign.unknown-newsletter, segment.not-found */
  execute(tenantId: TenantId, wanted: WantedTarget): Promise<number> {
    return this.database.inTenant(tenantId, async (tx) => {
      const { target, problems } = await this.resolve.within(tx, tenantId, wanted);
      const [worst] = problems;
      if (worst) throw badCondition(worst);
      return this.within(tx, tenantId, target);
    });
  }

  async within(tx: Tx, tenantId: TenantId, target: Target): Promise<number> {
    if (target.newsletterIds.length === 0) return 0;
    const { sql, parameters } = await this.audience.of(tx, tenantId, target, 1);
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*) AS count FROM (${sql}) AS audience`,
      parameters,
    );
    return row?.count ?? 0;
  }
}
