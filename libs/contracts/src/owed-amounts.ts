import { AuditTrail } from '#lib/accounts';
import { Clock, startOfJstDay, yen } from '#lib/kernel';
import type { PlainDate, TenantId, Yen } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { DuesStore } from './store/dues.store.js';
import { ProposalsStore } from './store/proposals.store.js';

/** What a tenant owes, as its invoices say. */
interface Owed {
  readonly tenantId: TenantId;
  /** Past its due date and not paid. */
  readonly dueYen: Yen;
  /** The due date of the oldest unpaid invoice, past or not; null where nothing is open. */
  readonly oldestDueDate: PlainDate | null;
  /** All that is open, due or not. */
  readonly receivableTotalYen: Yen;
  /** The day on which the money came in that leaves nothing due, where that is written down later. @clause W13.2 */
  readonly paidOn?: PlainDate | undefined;
}

/** Keeps what billing says a tenant owes, for whatever may only be asked for by those who owe nothing. */
@Injectable()
export class OwedAmounts {
  constructor(
    private readonly dues: DuesStore,
    private readonly proposals: ProposalsStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * In the transaction of the change. What dunning proposed and nobody has taken up falls away with the last debt.
   * @clause W11.2, W13.2
   */
  async record(tx: Tx, { tenantId, paidOn, ...owed }: Owed): Promise<void> {
    const now = this.clock.now();
    const paidAt = paidOn ? startOfJstDay(paidOn) : now;
    await this.dues.save(tx, tenantId, owed, { now, paidAt: paidAt < now ? paidAt : now });
    if (owed.dueYen > 0) return;
    for (const { id, action } of await this.proposals.lapse(tx, tenantId, now))
      await this.audit.record(tx, {
        tenantId,
        actor: { kind: 'system' },
        action: 'contract.proposal-declined',
        subject: { kind: 'contract-proposal', id },
        details: { action },
      });
  }

  /** Past due and unpaid; 0 for a tenant that was never billed. */
  async due(tx: Tx, tenantId: TenantId): Promise<Yen> {
    return (await this.dues.of(tx, tenantId))?.dueYen ?? yen(0);
  }
}
