import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, newId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { billingErrors, correctionErrors } from '../billing.errors.js';
import { proposingOperator } from '../deciding-operator.js';
import { correctedLines } from '../domain/invoice/corrected-lines.js';
import type { CorrectedLine } from '../domain/invoice/corrected-lines.js';
import { invoiceMoves } from '../domain/invoice/invoice-moves.js';
import { InvoiceCorrectionsStore } from '../store/invoice-corrections.store.js';
import { InvoicesStore } from '../store/invoices.store.js';

interface Proposal {
  readonly tenantId: TenantId;
  readonly invoiceId: string;
  readonly lines: readonly CorrectedLine[];
  readonly reason: string;
  readonly actor: Actor;
}

/** Proposes what a wrong invoice should have said, before money has come; another person decides. @clause W22.2 */
@Injectable()
export class ProposeCorrection {
  constructor(
    private readonly database: Database,
    private readonly invoices: InvoicesStore,
    private readonly corrections: InvoiceCorrectionsStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives the id of the proposal.
   * @throws BusinessError billing.invoice-not-found, billing.impossible-move, billing.correction-…,
   *   payments.operator-needed
   */
  execute({ tenantId, invoiceId, lines, reason, actor }: Proposal): Promise<string> {
    const proposedBy = proposingOperator(actor);
    return this.database.inTenant(tenantId, async (tx) => {
      const invoice = await this.invoices.find(tx, tenantId, invoiceId, true);
      if (!invoice) throw billingErrors.invoiceNotFound();
      const { state } = invoice;
      if (!invoiceMoves.void.some(({ from }) => from.includes(state)))
        throw billingErrors.impossibleMove({ params: { state, event: 'correct' } });
      const original = await this.invoices.lines(tx, tenantId, invoiceId);
      const corrected = correctedLines(original, lines);
      if ('refused' in corrected) throw correctionErrors[corrected.refused]({ field: 'lines' });
      const { total } = corrected.totals;
      const proposedAt = this.clock.now();
      const id = newId(proposedAt);
      const proposal = { id, invoiceId, reason, lines, total, proposedAt, proposedBy };
      await this.corrections.propose(tx, tenantId, proposal);
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'invoice-correction.proposed',
        subject: { kind: 'invoice', id: invoiceId },
        details: { total, reason },
      });
      return id;
    });
  }
}
