import type { EmailAddress, TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { Addresses } from '../store/addresses.js';
import { ConsentEscrow } from '../store/consent-escrow.js';
import type { ProvenConsent } from '../store/consent-escrow.js';

/** Finds how an address that somebody names consented, also after the contract is over. System transactions only. @clause 特定電子メール法3条2項 */
@Injectable()
export class ProveConsent {
  constructor(
    private readonly addresses: Addresses,
    private readonly escrow: ConsentEscrow,
  ) {}

  within(tx: Tx, tenantId: TenantId, address: EmailAddress): Promise<ProvenConsent[]> {
    return this.escrow.proofs(tx, tenantId, this.addresses.proofOf(tenantId, address));
  }
}
