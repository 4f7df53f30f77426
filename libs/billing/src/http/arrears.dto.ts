import { Choice, Instant, NestedList, Text, Uuid, Whole } from '#platform/http';
import { jstDate } from '#lib/kernel';
import type { OverdueInvoice } from '../store/arrears.store.js';

class DunningStepView {
  @Choice(['reminder', 'overdue-notice', 'propose-suspension', 'propose-termination'])
  step!: string;
  @Instant() takenAt!: string;
  @Uuid({ nullable: true }) noticeId!: string | null;
  @Instant({ nullable: true }) arrivedAt!: string | null;
  @Instant({ nullable: true }) bouncedAt!: string | null;
}

class OverdueInvoiceView {
  @Uuid() tenantId!: string;
  @Text() tenantName!: string;
  @Uuid() invoiceId!: string;
  @Text() number!: string;
  @Choice(['issued', 'collecting', 'collection-failed', 'partially-paid']) state!: string;
  @Whole() openYen!: number;
  @Text() dueDate!: string;
  @Whole({ about: 'Days since the due date' }) daysOverdue!: number;
  @NestedList(() => DunningStepView) steps!: DunningStepView[];
}

export class ArrearsView {
  @Whole({ about: 'All that is overdue and not being debited' }) totalYen!: number;
  @NestedList(() => OverdueInvoiceView, { about: 'The longest overdue first' })
  items!: OverdueInvoiceView[];
}

const instant = (text: string | null): string | null =>
  text === null ? null : new Date(text).toISOString();

export const arrearsView = (rows: readonly OverdueInvoice[], now: Date): ArrearsView => ({
  totalYen: rows.reduce((sum, { open, state }) => (state === 'collecting' ? sum : sum + open), 0),
  items: rows.map(({ open, steps, ...row }) => ({
    ...row,
    openYen: open,
    daysOverdue: jstDate(now).since(row.dueDate, { largestUnit: 'days' }).days,
    steps: steps.map((step) => ({
      ...step,
      takenAt: new Date(step.takenAt).toISOString(),
      arrivedAt: instant(step.arrivedAt),
      bouncedAt: instant(step.bouncedAt),
    })),
  })),
});
