import { AuditTrail, Tenants } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, newId } from '#lib/kernel';
import type { TenantId, Yen } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { proposingOperator } from '../deciding-operator.js';
import { BounceCharges } from '../store/bounce-charges.store.js';

interface ChargeProposal {
  readonly tenantId: TenantId;
  /** Above zero; outside the tax. @decision D-14 */
  readonly amount: Yen;
  /** What shows that the addresses were registered on purpose; never an address itself. */
  readonly evidence: string;
  readonly actor: Actor;
}

/**
 * One person proposes the special charge for addresses that were invented, with the evidence. It never comes about by
 * itself.
 * @clause W12A
 */
@Injectable()
export class ProposeBounceCharge {
  constructor(
    private readonly database: Database,
    private readonly tenants: Tenants,
    private readonly charges: BounceCharges,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Gives the id. @throws BusinessError accounts.tenant-not-found, payments.operator-needed */
  async execute({ tenantId, amount, evidence, actor }: ChargeProposal): Promise<string> {
    const proposedBy = proposingOperator(actor);
    const proposedAt = this.clock.now();
    const id = newId(proposedAt);
    await this.database.inTenant(tenantId, async (tx) => {
      await this.tenants.get(tx, tenantId);
      await this.charges.propose(tx, tenantId, { id, amount, evidence, proposedAt, proposedBy });
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'bounce-charge.proposed',
        subject: { kind: 'bounce-charge', id },
        details: { amount },
      });
    });
    return id;
  }
}
