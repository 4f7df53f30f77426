import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { DeliveryTokens } from '../compose/delivery-tokens.js';
import { DeliveryLookup } from '../store/delivery-lookup.js';
import type { DeliveryRef } from '../store/delivery-lookup.js';

/** Tells from the address a report came to which mail it is about. */
@Injectable()
export class ReturnPath {
  constructor(
    private readonly tokens: DeliveryTokens,
    private readonly database: Database,
    private readonly deliveries: DeliveryLookup,
  ) {}

  /** Whether we signed the address; says nothing about whether the mail's record is still there. No query. */
  isOurs(address: string): boolean {
    return this.tokens.readReturnPath(address) !== undefined;
  }

  /** Undefined for any address that we did not sign ourselves, and for mails whose record is erased. */
  read(address: string): Promise<DeliveryRef | undefined> {
    return this.isOurs(address)
      ? this.database.asSystem((tx) => this.within(tx, address))
      : Promise.resolve(undefined);
  }

  /** The same in a transaction of the system. */
  async within(tx: Tx, address: string): Promise<DeliveryRef | undefined> {
    const deliveryNo = this.tokens.readReturnPath(address);
    if (deliveryNo === undefined) return undefined;
    const row = await this.deliveries.byNumber(tx, deliveryNo);
    if (!row) return undefined;
    const { tenantId, campaignId, subscriberId, domain } = row;
    return { tenantId, campaignId, subscriberId, domain, deliveryNo };
  }
}
