import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { decidingOperator } from '../deciding-operator.js';
import { categoryOf } from '../domain/invoice/invoice-line.js';
import { PendingCharges } from '../pending-charges.js';
import { BounceCharges } from '../store/bounce-charges.store.js';
import { paymentsErrors } from '../payments.errors.js';

interface Decision {
  readonly id: string;
  readonly state: 'approved' | 'rejected';
  readonly note: string | null;
  readonly actor: Actor;
}

const kind = 'bounce-handling-charge';

/** A second person decides on the special charge; approved, it becomes a line of the next invoice. @clause W12A */
@Injectable()
export class DecideBounceCharge {
  constructor(
    private readonly database: Database,
    private readonly charges: BounceCharges,
    private readonly pending: PendingCharges,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError payments.charge-not-found, payments.decided-already, payments.second-person-needed */
  async execute({ id, state, note, actor }: Decision): Promise<void> {
    await this.database.asSystem(async (tx) => {
      const charge = await this.charges.lock(tx, id);
      if (charge.state !== 'proposed') throw paymentsErrors.decided();
      const by = decidingOperator(actor, charge.proposedBy);
      const { tenantId, amount } = charge;
      await this.charges.decide(tx, tenantId, id, { state, at: this.clock.now(), by, note });
      if (state === 'approved')
        await this.pending.add(tx, {
          tenantId,
          kind,
          amountYen: amount,
          taxCategory: categoryOf(kind),
          text: null,
          basis: { bounceChargeId: id },
        });
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: `bounce-charge.${state}`,
        subject: { kind: 'bounce-charge', id },
        details: { amount },
      });
    });
  }
}
