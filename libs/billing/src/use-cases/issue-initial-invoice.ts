import { ContractBook, firstFeeMonth, firstMonthShare } from '#lib/contracts';
import type { BillableContract } from '#lib/contracts';
import { Clock, asTenantId, jstDate, jstMonth } from '#lib/kernel';
import type { YearMonth } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { billingErrors } from '../billing.errors.js';
import { initialDueDate } from '../domain/dunning/dunning.js';
import { initialLines } from '../domain/invoice/monthly-lines.js';
import { monthPrice } from '../domain/prices/month-price.js';
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
    private readonly issue: IssueInvoice,
    private readonly clock: Clock,
  ) {}

  /** Does nothing the second time. @throws BusinessError billing.no-issuer, billing.no-price */
  async execute({ tenantId: id }: { tenantId: string }): Promise<void> {
    const tenantId = asTenantId(id);
    await this.database.asSystem(async (tx) => {
      const contract = await this.contracts.of(tx, tenantId);
      if (!contract) return;
      const key = `initial:${contract.contractId}`;
      if (await this.invoices.byKey(tx, tenantId, key)) return;
      const month = expectedFirstMonth(contract, jstMonth(this.clock.now()));
      const price = monthPrice(contract, await this.tables.published(tx), month);
      if (!price) throw billingErrors.noPrice({ params: { month: month.toString() } });
      const { serviceStartDate, terms, appliedAt } = contract;
      const share = serviceStartDate && firstMonthShare(serviceStartDate, terms.rules.firstMonth);
      const lines = initialLines(price.setupFee, month, price.tiers, share).filter(
        ({ amount }) => amount > 0,
      );
      if (lines.length === 0) return;
      await this.issue.within(tx, {
        contract,
        kind: 'initial',
        key,
        lines,
        issuedOn: jstDate(this.clock.now()),
        dueDate: initialDueDate(appliedAt),
        fileBy: null,
      });
    });
  }
}

/** The start notice comes after the payment, so that the first month is a guess until then: the one after this. */
const expectedFirstMonth = (
  { serviceStartDate, terms }: BillableContract,
  present: YearMonth,
): YearMonth =>
  serviceStartDate
    ? firstFeeMonth(serviceStartDate, terms.rules.firstMonth)
    : present.add({ months: 1 });
