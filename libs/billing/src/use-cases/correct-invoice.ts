import { ContractBook } from '#lib/contracts';
import { Clock, jstDate } from '#lib/kernel';
import type { PlainDate } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { billingErrors, correctionErrors } from '../billing.errors.js';
import { collectionDates } from '../domain/calendar/debit-schedule.js';
import { initialDueDate } from '../domain/dunning/dunning.js';
import { correctedLines } from '../domain/invoice/corrected-lines.js';
import { InvoiceBook } from '../invoice-book.js';
import { BillingSettingsStore } from '../store/billing-settings.store.js';
import type { InvoiceCorrection } from '../store/invoice-corrections.store.js';
import type { Invoice, NewInvoice } from '../store/invoice.row.js';
import { InvoicesStore } from '../store/invoices.store.js';
import { SettledMonthsStore } from '../store/settled-months.store.js';
import { IssueInvoice } from './issue-invoice.js';

/** A day of collection, at most so many days after the 27th, less this is in the month of its run. */
const spillDays = 10;

/**
 * Voids a wrong invoice and issues the one that takes its place: own number, the same purpose, and the months and
 * charges that the old one had settled. In the system's transaction.
 * @clause W22.2, W22.3
 */
@Injectable()
export class CorrectInvoice {
  constructor(
    private readonly book: InvoiceBook,
    private readonly invoices: InvoicesStore,
    private readonly contracts: ContractBook,
    private readonly settings: BillingSettingsStore,
    private readonly settled: SettledMonthsStore,
    private readonly issue: IssueInvoice,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError billing.impossible-move once money has come, billing.no-issuer, billing.not-qualified */
  async within(tx: Tx, correction: InvoiceCorrection): Promise<NewInvoice> {
    const { tenantId, invoiceId, reason } = correction;
    const at = this.clock.now();
    const { invoice, effects } = await this.book.move(tx, tenantId, invoiceId, 'void', {
      at,
      met: ['reason'],
      reason,
      replaced: true,
    });
    const original = await this.invoices.lines(tx, tenantId, invoiceId);
    const corrected = correctedLines(original, correction.lines);
    if ('refused' in corrected) throw correctionErrors[corrected.refused]();
    const contract = await this.contracts.of(tx, tenantId);
    if (!contract) throw billingErrors.invoiceNotFound();
    const { id, number, key, kind, contractId } = invoice;
    const issuedOn = jstDate(at);
    const issued = await this.issue.within(tx, {
      contract: { ...contract, contractId },
      kind,
      key,
      lines: corrected.lines,
      issuedOn,
      ...(await this.dates(tx, invoice, issuedOn, effects.includes('remove-from-file'))),
      corrects: { id, number },
    });
    await this.settled.handOver(tx, tenantId, id, issued.id);
    return issued;
  }

  /** The day it was to be paid while its debit file can still be made, else the next day of collection. */
  private async dates(
    tx: Tx,
    { kind, dueDate }: Invoice,
    issuedOn: PlainDate,
    wasInFile: boolean,
  ): Promise<{ fileBy: PlainDate | null; dueDate: PlainDate }> {
    if (kind === 'initial') return { fileBy: null, dueDate: initialDueDate(issuedOn) };
    const settings = await this.settings.latest(tx);
    if (!settings) throw billingErrors.noIssuer();
    const month = dueDate.subtract({ days: spillDays }).toPlainYearMonth();
    const first = wasInFile ? month.add({ months: 1 }) : month;
    return collectionDates(first, issuedOn, settings.debitSchedule);
  }
}
