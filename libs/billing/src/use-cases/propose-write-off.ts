import { AuditTrail, Tenants } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, newId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { proposingOperator } from '../deciding-operator.js';
import { overdueAmong } from '../overdue-invoice.js';
import { Receivables } from '../receivables.js';
import { WriteOffs } from '../store/write-offs.store.js';

interface WriteOffProposal {
  readonly tenantId: TenantId;
  readonly invoiceId: string;
  readonly reason: string;
  readonly actor: Actor;
}

/** One person proposes to give up an overdue debt. Gives the id. */
@Injectable()
export class ProposeWriteOff {
  constructor(
    private readonly database: Database,
    private readonly tenants: Tenants,
    private readonly receivables: Receivables,
    private readonly writeOffs: WriteOffs,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError payments.not-overdue, payments.write-off-pending, payments.operator-needed */
  async execute({ tenantId, invoiceId, reason, actor }: WriteOffProposal): Promise<string> {
    const proposedBy = proposingOperator(actor);
    const proposedAt = this.clock.now();
    const id = newId(proposedAt);
    await this.database.inTenant(tenantId, async (tx) => {
      await this.tenants.get(tx, tenantId);
      const owed = await this.receivables.of(tx, tenantId);
      const { open: amount } = overdueAmong(owed, invoiceId, proposedAt);
      const proposal = { id, invoiceId, amount, reason, proposedAt, proposedBy };
      await this.writeOffs.propose(tx, tenantId, proposal);
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'write-off.proposed',
        subject: { kind: 'invoice', id: invoiceId },
        details: { amount, reason },
      });
    });
    return id;
  }
}
