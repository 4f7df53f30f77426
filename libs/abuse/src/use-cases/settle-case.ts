import { DecideHeldMailing } from '#lib/delivery';
import { asTenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';

/** Outcomes after which the campaign does not go on. */
const ending = ['held', 'termination'];

/** An operator decided a case that a detector had opened: the campaign ends, or is no longer held for its sake. */
@Injectable()
export class SettleCase {
  constructor(
    private readonly database: Database,
    private readonly decide: DecideHeldMailing,
  ) {}

  async execute(decided: {
    tenantId: string;
    campaignId: string | null;
    detector: string | null;
    outcome: string;
  }): Promise<void> {
    const { campaignId, detector, outcome } = decided;
    if (campaignId === null || detector === null) return;
    const tenantId = asTenantId(decided.tenantId);
    const decision = ending.includes(outcome) ? 'aborted' : 'released';
    await this.database.inTenant(tenantId, (tx) =>
      this.decide.within(tx, tenantId, campaignId, `abuse/${detector}`, decision),
    );
  }
}
