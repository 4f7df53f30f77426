import { AuditTrail, Tenants, actorId } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, asTenantId, parseEmailAddress } from '#lib/kernel';
import { ConsentEscrow, ProveConsent } from '#lib/subscribers';
import type { ProvenConsent } from '#lib/subscribers';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { ConsentTerm } from '../domain/consent-term.js';
import { privacyErrors } from '../privacy.errors.js';
import { ConsentTermsStore } from '../store/consent-terms.store.js';

/** Proof of consent for an address that somebody claims to have been mailed without it, and how long it is kept. */
@Injectable()
export class ConsentProofs {
  constructor(
    private readonly database: Database,
    private readonly tenants: Tenants,
    private readonly proving: ProveConsent,
    private readonly escrow: ConsentEscrow,
    private readonly terms: ConsentTermsStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** That somebody looked is in the audit trail; the address is not. @throws BusinessError privacy.bad-address, accounts.tenant-not-found */
  async find(tenant: string, claimed: string, actor: Actor): Promise<ProvenConsent[]> {
    const tenantId = asTenantId(tenant);
    const reading = parseEmailAddress(claimed);
    if (!reading.ok) throw privacyErrors.badAddress({ field: 'address' });
    return this.database.asSystem(async (tx) => {
      await this.tenants.get(tx, tenantId);
      const found = await this.proving.within(tx, tenantId, reading.address);
      await this.audit.record(tx, {
        ...{ tenantId, actor, action: 'consent-proof.looked-up' },
        subject: { kind: 'tenant', id: tenantId },
        details: { found: found.length },
      });
      return found;
    });
  }

  /** What is kept already is counted anew in the next night. @throws BusinessError accounts.tenant-not-found */
  async setTerm(tenant: string, term: ConsentTerm, reason: string, actor: Actor): Promise<void> {
    const tenantId = asTenantId(tenant);
    await this.database.asSystem(async (tx) => {
      await this.tenants.get(tx, tenantId);
      await this.terms.set(tx, tenantId, {
        ...{ term, reason },
        ...{ by: actorId(actor), at: this.clock.now() },
      });
      await this.escrow.unsettle(tx, tenantId);
      await this.audit.record(tx, {
        ...{ tenantId, actor, action: 'consent-term.set' },
        subject: { kind: 'tenant', id: tenantId },
        details: { term },
      });
    });
  }
}
