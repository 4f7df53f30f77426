import { Nested, Text, Whole } from '#platform/http';
import type { OverviewOfMonth } from '../use-cases/show-overview.js';

class MoneyMattersView {
  @Whole({ about: 'Transfers of which nobody knows whose they are' }) transfers!: number;
  @Whole({ about: 'Mandates to send out, or on to the bank' }) mandates!: number;
  @Whole({ about: 'Invoices to be debited that are in no file yet' }) debitsToFile!: number;
  @Whole({ about: 'Debit files to confirm or hand over' }) debitFiles!: number;
  @Whole({ about: 'Debit files that the bank takes no more' }) debitFilesLate!: number;
  @Whole({ about: 'Debit files that the bank should have answered' }) debitResults!: number;
  @Whole({ about: 'Debits whose result nobody knows' }) debitsUnclear!: number;
  @Whole({ about: 'Refunds, write-offs, charges and corrections to decide on' }) decisions!: number;
}

export class OverviewView {
  @Text({ example: '2026-07' }) month!: string;
  @Whole({ about: 'Tenants invoiced in the month' }) billedTenants!: number;
  @Whole({ about: 'Of invoices issued in the month that stand, with tax' }) invoicedYen!: number;
  @Whole({ about: 'What came in on them' }) paidYen!: number;
  @Whole({ about: 'Owed now, of all months' }) openYen!: number;
  @Whole() overdueYen!: number;
  @Whole() overdueTenants!: number;
  @Whole({ about: 'Fees and options of the month, without tax' }) recurringYen!: number;
  @Whole({ about: 'Credit notes that wait for a second person' }) creditNotesWaiting!: number;
  @Nested(() => MoneyMattersView, { about: 'What waits for a person, of all months' })
  waiting!: MoneyMattersView;
}

export const overviewView = ({ month, ...figures }: OverviewOfMonth): OverviewView => ({
  month: month.toString(),
  ...figures,
});
