import type { TenantId } from '#lib/kernel';
import { CountAudience } from '#lib/subscribers';
import { Database } from '#platform/database';
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
    private readonly audience: CountAudience,
  ) {}

  /** @throws BusinessError campaign.bad-condition, campaign.unknown-newsletter, segment.not-found */
  execute(tenantId: TenantId, wanted: WantedTarget): Promise<number> {
    return this.database.inTenant(tenantId, async (tx) => {
      const { target, problems } = await this.resolve.within(tx, tenantId, wanted);
      const [worst] = problems;
      if (worst) throw badCondition(worst);
      return this.audience.within(tx, tenantId, target);
    });
  }
}
