import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { DeliveryLookup } from '../store/delivery-lookup.js';
import type { ProblemGroup } from '../store/delivery-lookup.js';
import { Mailings } from '../store/mailings.js';
import { Tallies } from '../store/tallies.js';

/** What went wrong in a mailing, grouped so that nobody is pointed at. @clause W17.4 */
@Injectable()
export class Problems {
  constructor(
    private readonly mailings: Mailings,
    private readonly deliveries: DeliveryLookup,
    private readonly tallies: Tallies,
  ) {}

  /** Largest groups first, at most 100; none for a mailing that does not exist. */
  async read(tx: Tx, tenantId: TenantId, campaignId: string): Promise<ProblemGroup[]> {
    const mailing = await this.mailings.find(tx, tenantId, campaignId);
    const { counts } = await this.tallies.read(tx, tenantId, campaignId);
    // Most mailings have none, and the ledger is long.
    const some = counts.refused + counts.deferred + counts.unknown > 0;
    return mailing && some ? this.deliveries.problems(tx, tenantId, mailing) : [];
  }
}
