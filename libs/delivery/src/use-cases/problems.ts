import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { DeliveryLookup } from '../store/delivery-lookup.js';
import type { ProblemGroup } from '../store/delivery-lookup.js';
import { Mailings } from '../store/mailings.js';

/** What went wrong in a mailing, grouped so that nobody is pointed at. @clause W17.4 */
@Injectable()
export class Problems {
  constructor(
    private readonly mailings: Mailings,
    private readonly deliveries: DeliveryLookup,
  ) {}

  /** Largest groups first, at most 100; none for a mailing that does not exist. */
  async read(tx: Tx, tenantId: TenantId, campaignId: string): Promise<ProblemGroup[]> {
    const mailing = await this.mailings.find(tx, tenantId, campaignId);
    return mailing ? this.deliveries.problems(tx, tenantId, mailing) : [];
  }
}
