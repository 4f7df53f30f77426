import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { billingErrors } from '../billing.errors.js';
import { proposingOperator } from '../deciding-operator.js';
import { isSecondPerson } from '../domain/second-person.js';
import { InvoiceCorrectionsStore } from '../store/invoice-corrections.store.js';
import type { InvoiceCorrection } from '../store/invoice-corrections.store.js';
import { CorrectInvoice } from './correct-invoice.js';

interface Decision {
  readonly id: string;
  readonly approve: boolean;
  readonly actor: Actor;
}

/** The second person's word on a corrected invoice; whoever proposed it may take it back. @clause W22.2 */
@Injectable()
export class DecideCorrection {
  constructor(
    private readonly database: Database,
    private readonly corrections: InvoiceCorrectionsStore,
    private readonly correct: CorrectInvoice,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws BusinessError billing.correction-not-found, billing.correction-decided, billing.same-person,
   *   billing.impossible-move once money has come, and as issuing does
   */
  async execute({ id, approve, actor }: Decision): Promise<InvoiceCorrection> {
    return this.database.asSystem(async (tx) => {
      const correction = await this.corrections.lock(tx, id);
      if (correction.state !== 'proposed') throw billingErrors.correctionDecided();
      const decidedBy = proposingOperator(actor);
      if (approve && !isSecondPerson(correction.proposedBy, decidedBy))
        throw billingErrors.samePerson();
      const { tenantId, invoiceId, total } = correction;
      const issued = approve ? await this.correct.within(tx, correction) : null;
      await this.corrections.decide(tx, tenantId, id, {
        state: approve ? 'issued' : 'declined',
        decidedAt: this.clock.now(),
        decidedBy,
        newInvoiceId: issued?.id ?? null,
      });
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: approve ? 'invoice-correction.issued' : 'invoice-correction.declined',
        subject: { kind: 'invoice', id: invoiceId },
        details: { total, ...(issued && { number: issued.number }) },
      });
      return this.corrections.lock(tx, id);
    });
  }
}
