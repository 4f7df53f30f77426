import { AuditTrail } from '#lib/accounts';
import {
  ContractBook,
  ProposeSuspension,
  ProposeTermination,
  lastResumableDay,
} from '#lib/contracts';
import { Clock, formatYen } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { defaultDunningPolicy, dueDunningStep } from '../domain/dunning/dunning.js';
import type { DunningStep } from '../domain/dunning/dunning.js';
import { serviceOf } from '../domain/dunning/service-of.js';
import { dunningNotices } from '../notices/dunning.js';
import { owedInvoice } from '../notices/owed.js';
import { PlaceOfPayment } from '../place-of-payment.js';
import { Receivables } from '../receivables.js';
import type { Receivable } from '../receivables.js';
import { BillingSettingsStore } from '../store/billing-settings.store.js';
import { DunningSteps } from '../store/dunning.store.js';
import { TellPayer } from '../tell-payer.js';
import { TellWhatIsOwed } from './tell-what-is-owed.js';

/**
 * Takes the step that is due for a tenant's oldest unpaid invoice: a reminder, a notice, or a proposal on which the
 * operator decides. Contracts learn what has fallen due meanwhile.
 * @clause W13.2, W14.1
 */
@Injectable()
export class DunTenant {
  constructor(
    private readonly database: Database,
    private readonly contracts: ContractBook,
    private readonly receivables: Receivables,
    private readonly steps: DunningSteps,
    private readonly settings: BillingSettingsStore,
    private readonly place: PlaceOfPayment,
    private readonly tellPayer: TellPayer,
    private readonly tell: TellWhatIsOwed,
    private readonly proposeSuspension: ProposeSuspension,
    private readonly proposeTermination: ProposeTermination,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Gives the step that was taken. */
  execute({ tenantId }: { tenantId: TenantId }): Promise<DunningStep | undefined> {
    return this.database.asSystem(async (tx) => {
      await this.tell.within(tx, tenantId);
      const owed = await this.receivables.of(tx, tenantId);
      const oldest = owed.find(({ invoice }) => invoice.state !== 'collecting');
      if (!oldest) return undefined;
      const step = await this.dueStep(tx, tenantId, oldest);
      if (step) await this.take(tx, tenantId, oldest, step);
      return step;
    });
  }

  private async dueStep(
    tx: Tx,
    tenantId: TenantId,
    { invoice, dueDate }: Receivable,
  ): Promise<DunningStep | undefined> {
    const contract = await this.contracts.of(tx, tenantId);
    const taken = await this.steps.ofInvoice(tx, tenantId, invoice.id);
    const settings = await this.settings.written(tx);
    return dueDunningStep(
      {
        state: invoice.state,
        dueDate,
        service: serviceOf(contract?.stage),
        lastResumableDay: lastResumableDay(dueDate),
        taken: taken.map(({ step }) => step),
      },
      this.clock.now(),
      settings?.dunning ?? defaultDunningPolicy,
    );
  }

  private async take(
    tx: Tx,
    tenantId: TenantId,
    receivable: Receivable,
    step: DunningStep,
  ): Promise<void> {
    const { invoice, open } = receivable;
    const reason = `${invoice.number} ${formatYen(open, 'ja')}`;
    let noticeId: string | null = null;
    if (step === 'propose-suspension')
      await this.proposeSuspension.within(tx, { tenantId, reason });
    else if (step === 'propose-termination')
      await this.proposeTermination.within(tx, { tenantId, reason });
    else {
      const issuer = await this.place.of(tx, tenantId, invoice.issuer);
      const values = owedInvoice(receivable, issuer);
      const way = step === 'overdue-notice' ? 'letter-first' : 'mail-first';
      noticeId = await this.tellPayer.within(tx, tenantId, dunningNotices[step], () => values, way);
    }
    const takenAt = this.clock.now();
    await this.steps.add(tx, tenantId, { invoiceId: invoice.id, step, takenAt, noticeId });
    await this.audit.record(tx, {
      tenantId,
      actor: { kind: 'system' },
      action: 'dunning.step-taken',
      subject: { kind: 'invoice', id: invoice.id },
      details: { step, open },
    });
  }
}
