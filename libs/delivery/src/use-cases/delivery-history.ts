import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { DeliveryLookup } from '../store/delivery-lookup.js';
import type { PastDelivery } from '../store/delivery-lookup.js';

/** What one person was sent and how it ended, newest first. */
@Injectable()
export class DeliveryHistory {
  constructor(private readonly deliveries: DeliveryLookup) {}

  of(tx: Tx, tenantId: TenantId, subscriberId: string, limit: number): Promise<PastDelivery[]> {
    return this.deliveries.history(tx, tenantId, subscriberId, limit);
  }
}
