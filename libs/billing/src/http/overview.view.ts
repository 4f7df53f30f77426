import { Text, Whole } from '#platform/http';
import type { YearMonth } from '#lib/kernel';
import type { Overview } from '../store/overview.store.js';

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
}

export const overviewView = ({
  month,
  ...figures
}: Overview & { month: YearMonth }): OverviewView => ({ month: month.toString(), ...figures });
