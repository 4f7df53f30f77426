import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { Addresses } from '../store/addresses.js';
import { EvidenceStore } from '../store/evidence-store.js';

/** When it was last seen that mail reaches a person: somebody used a link of a mail that had just been sent there. */
@Injectable()
export class LastReached {
  constructor(
    private readonly addresses: Addresses,
    private readonly evidence: EvidenceStore,
  ) {}

  /** Undefined when never, and when the person is erased. */
  async of(tx: Tx, tenantId: TenantId, subscriberId: string): Promise<Date | undefined> {
    const address = await this.addresses.of(tx, tenantId, subscriberId);
    if (!address) return undefined;
    return this.evidence.lastReached(tx, tenantId, this.addresses.proofOf(tenantId, address));
  }
}
