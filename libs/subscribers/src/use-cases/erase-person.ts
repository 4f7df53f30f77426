import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { Addresses } from '../store/addresses.js';
import { EvidenceStore } from '../store/evidence-store.js';
import type { SuppressionReason } from '../store/evidence-store.js';
import { SubscriptionStore } from '../store/subscription-store.js';

/**
 * Forgets address and fields of a person who reads nothing any more. What remains are the ledger, the consent
 * records and, where the person or the mail system ended it, a keyed hash that recognises the address.
 * @clause W12B-3, §3.7
 */
@Injectable()
export class ErasePerson {
  constructor(
    private readonly addresses: Addresses,
    private readonly subscriptions: SubscriptionStore,
    private readonly evidence: EvidenceStore,
  ) {}

  /** For a caller that holds the lock on the person and has ended all subscriptions. */
  async within(
    tx: Tx,
    tenantId: TenantId,
    subscriberId: string,
    { at, suppress }: { at: Date; suppress?: SuppressionReason },
  ): Promise<void> {
    const address = await this.addresses.of(tx, tenantId, subscriberId);
    if (!address) return;
    for (const ended of await this.subscriptions.ofPerson(tx, tenantId, subscriberId))
      await this.subscriptions.move(tx, tenantId, ended, 'erase', at);
    if (suppress) {
      const key = this.addresses.suppressionKey(tenantId, address);
      await this.evidence.suppress(tx, tenantId, key, suppress, at);
    }
    await this.addresses.erase(tx, tenantId, subscriberId, at);
  }
}
