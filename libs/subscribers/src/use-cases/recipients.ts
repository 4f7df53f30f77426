import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { Addresses } from '../store/addresses.js';
import type { Recipient } from '../store/addresses.js';

/** Who is to be mailed, asked again right before each mail leaves. */
@Injectable()
export class Recipients {
  constructor(private readonly addresses: Addresses) {}

  /** Only those who still read one of the newsletters, by their id. One query for some hundred people. */
  async stillActive(
    tx: Tx,
    tenantId: TenantId,
    wanted: { subscriberIds: readonly string[]; newsletterIds: readonly string[] },
  ): Promise<Map<string, Recipient>> {
    const recipients = await this.addresses.stillActive(tx, tenantId, wanted);
    return new Map(recipients.map((recipient) => [recipient.subscriberId, recipient]));
  }
}
