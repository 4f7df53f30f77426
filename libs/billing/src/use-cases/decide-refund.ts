import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { decidingOperator } from '../deciding-operator.js';
import { Refunds } from '../store/refunds.store.js';
import { paymentsErrors } from '../payments.errors.js';
import { TellWhatIsOwed } from './tell-what-is-owed.js';

interface Decision {
  readonly id: string;
  readonly state: 'approved' | 'rejected';
  readonly note: string | null;
  readonly actor: Actor;
}

/** A second person approves a refund or rejects it; what is rejected is credit again. @clause W4.7 */
@Injectable()
export class DecideRefund {
  constructor(
    private readonly database: Database,
    private readonly refunds: Refunds,
    private readonly tell: TellWhatIsOwed,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError payments.refund-not-found, payments.decided-already, payments.second-person-needed */
  async execute({ id, state, note, actor }: Decision): Promise<void> {
    await this.database.asSystem(async (tx) => {
      const tenantId = await this.refunds.tenantOf(tx, id);
      const refund = await this.refunds.lock(tx, tenantId, id);
      if (refund.state !== 'proposed') throw paymentsErrors.decided();
      const by = decidingOperator(actor, refund.proposedBy);
      await this.refunds.decide(tx, tenantId, id, { state, at: this.clock.now(), by, note });
      if (state === 'rejected') await this.tell.within(tx, tenantId);
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: `refund.${state}`,
        subject: { kind: 'refund', id },
        details: { amount: refund.amount },
      });
    });
  }
}
