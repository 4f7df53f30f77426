import { ContractBook } from '#lib/contracts';
import { Clock, asTenantId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { dunningNotices } from '../notices/dunning.js';
import { owedInvoice } from '../notices/owed.js';
import { PlaceOfPayment } from '../place-of-payment.js';
import { Receivables } from '../receivables.js';
import { DunningSteps } from '../store/dunning.store.js';
import type { TakenStep } from '../store/dunning.store.js';
import { TellPayer } from '../tell-payer.js';

/** A notice of the ladder came back: it has not arrived, and goes by letter while the money is still owed. @decision D-15 */
@Injectable()
export class RepeatDunningByLetter {
  constructor(
    private readonly database: Database,
    private readonly steps: DunningSteps,
    private readonly contracts: ContractBook,
    private readonly receivables: Receivables,
    private readonly place: PlaceOfPayment,
    private readonly tellPayer: TellPayer,
    private readonly clock: Clock,
  ) {}

  async execute({ tenantId: id, noticeId }: { tenantId: string; noticeId: string }): Promise<void> {
    const tenantId = asTenantId(id);
    await this.database.asSystem(async (tx) => {
      const taken = await this.steps.byNotice(tx, tenantId, noticeId);
      if (!taken) return;
      const insteadId = await this.repeat(tx, tenantId, taken);
      await this.steps.bounced(tx, tenantId, noticeId, { at: this.clock.now(), insteadId });
    });
  }

  private async repeat(tx: Tx, tenantId: TenantId, taken: TakenStep): Promise<string | null> {
    const { step, invoiceId } = taken;
    if (step !== 'reminder' && step !== 'overdue-notice') return null;
    const contract = await this.contracts.of(tx, tenantId);
    const owed = await this.receivables.of(tx, tenantId);
    const receivable = owed.find(({ invoice }) => invoice.id === invoiceId);
    if (!contract?.billTo.postalAddress || !receivable) return null;
    const issuer = await this.place.of(tx, tenantId, receivable.invoice.issuer);
    const values = owedInvoice(receivable, issuer);
    return this.tellPayer.within(tx, tenantId, dunningNotices[step], () => values, 'letter-first');
  }
}
