import { ContractBook, InitialPayment, firstFeeMonth, firstMonthShare } from '#lib/contracts';
import type { BillableContract } from '#lib/contracts';
import { Clock, asTenantId, jstDate, jstMonth } from '#lib/kernel';
import type { YearMonth } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { initialDueDate } from '../domain/dunning/dunning.js';
import { initialLines } from '../domain/invoice/monthly-lines.js';
import { monthPrice } from '../domain/prices/month-price.js';
import { initialInvoiceJob } from '../jobs/bill-tenant.job.js';
import { BillingSettingsStore } from '../store/billing-settings.store.js';
import { InvoicesStore } from '../store/invoices.store.js';
import { PriceTablesStore } from '../store/price-tables.store.js';
import { IssueInvoice } from './issue-invoice.js';

/** 初回料金: set-up fee and first month, by transfer, as soon as the application is accepted. @clause W4.1, W6.1 */
@Injectable()
export class IssueInitialInvoice {
  constructor(
    private readonly database: Database,
    private readonly contracts: ContractBook,
    private readonly invoices: InvoicesStore,
    private readonly tables: PriceTablesStore,
    private readonly settings: BillingSettingsStore,
    private readonly issue: IssueInvoice,
    private readonly initialPayment: InitialPayment,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Does nothing the second time, and for who was turned down meanwhile. Until there are an issuer and a price it is asked for again every hour. */
  async execute({ tenantId: id }: { tenantId: string }): Promise<void> {
    const tenantId = asTenantId(id);
    await this.database.asSystem(async (tx) => {
      const contract = await this.contracts.of(tx, tenantId);
      if (!contract || cameToNothing.includes(contract.stage)) return;
      const key = `initial:${contract.contractId}`;
      if (await this.invoices.byKey(tx, tenantId, key)) return;
      const month = expectedFirstMonth(contract, jstMonth(this.clock.now()));
      const price = monthPrice(contract, await this.tables.published(tx), month);
      if (!price || !(await this.settings.latest(tx))) {
        await this.askAgain(tx, id);
        return;
      }
      const { serviceStartDate, terms } = contract;
      const issuedOn = jstDate(this.clock.now());
      const share = serviceStartDate && firstMonthShare(serviceStartDate, terms.rules.firstMonth);
      const lines = initialLines(price.setupFee, month, price.tiers, share).filter(
        ({ amount }) => amount > 0,
      );
      if (lines.length === 0) {
        const at = this.clock.now(); // nothing to wait for
        await this.initialPayment.confirmed(tx, { tenantId, at });
        return;
      }
      await this.issue.within(tx, {
        contract,
        kind: 'initial',
        key,
        lines,
        issuedOn,
        dueDate: initialDueDate(issuedOn),
        fileBy: null,
      });
    });
  }

  private async askAgain(tx: Tx, tenantId: string): Promise<void> {
    const at = new Date(this.clock.now().getTime() + hourMs);
    await this.outbox.add(tx, initialInvoiceJob, { tenantId, wave: at.toISOString() }, { at });
  }
}

const hourMs = 3_600_000;
const cameToNothing: readonly BillableContract['stage'][] = ['rejected', 'withdrawn'];

/** The start notice comes after the payment, so that the first month is a guess until then: the one after this. */
const expectedFirstMonth = (
  { serviceStartDate, terms }: BillableContract,
  present: YearMonth,
): YearMonth =>
  serviceStartDate
    ? firstFeeMonth(serviceStartDate, terms.rules.firstMonth)
    : present.add({ months: 1 });
