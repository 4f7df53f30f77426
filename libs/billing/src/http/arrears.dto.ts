import { Choice, Instant, Nested, NestedList, Text, Uuid, Whole } from '#platform/http';
import { jstDate } from '#lib/kernel';
import type { DunningStep } from '../domain/dunning/dunning.js';
import type { OwedBack } from '../store/credits.store.js';
import type { Arrear } from '../use-cases/read-arrears.js';

const steps: readonly DunningStep[] = [
  'reminder',
  'overdue-notice',
  'propose-suspension',
  'propose-termination',
];

class DunningStepView {
  @Choice(steps) step!: string;
  @Instant() takenAt!: string;
  @Uuid({ nullable: true }) noticeId!: string | null;
  @Instant({ nullable: true }) arrivedAt!: string | null;
  @Instant({ nullable: true }) bouncedAt!: string | null;
}

class NextStepView {
  @Choice(steps) step!: string;
  @Text({ about: 'Day in Japan on which it is taken if nothing is paid' }) on!: string;
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
  @Nested(() => NextStepView, {
    nullable: true,
    about:
      'Null where a person decides first, while it is being debited, and for all but the oldest of a tenant',
  })
  nextStep!: NextStepView | null;
}

class OwedBackView {
  @Uuid() tenantId!: string;
  @Text() tenantName!: string;
  @Whole() amountYen!: number;
  @Text({ about: 'Day in Japan of the latest reversal' }) since!: string;
}

export class ArrearsView {
  @Whole({ about: 'All that is overdue and not being debited' }) totalYen!: number;
  @NestedList(() => OverdueInvoiceView, { about: 'The longest overdue first' })
  items!: OverdueInvoiceView[];
  @NestedList(() => OwedBackView, {
    about: 'Paid back, then reversed by the bank: owed on no invoice, and not in the total',
  })
  owedBack!: OwedBackView[];
}

const instant = (text: string | null): string | null =>
  text === null ? null : new Date(text).toISOString();

export const arrearsView = (
  rows: readonly Arrear[],
  owedBack: readonly OwedBack[],
  now: Date,
): ArrearsView => ({
  owedBack: owedBack.map(({ amount, ...tenant }) => ({ ...tenant, amountYen: amount })),
  totalYen: rows.reduce((sum, { open, state }) => (state === 'collecting' ? sum : sum + open), 0),
  items: rows.map(({ open, steps: taken, nextStep, ...row }) => ({
    ...row,
    openYen: open,
    daysOverdue: jstDate(now).since(row.dueDate, { largestUnit: 'days' }).days,
    nextStep: nextStep && { step: nextStep.step, on: nextStep.on.toString() },
    steps: taken.map((step) => ({
      ...step,
      takenAt: new Date(step.takenAt).toISOString(),
      arrivedAt: instant(step.arrivedAt),
      bouncedAt: instant(step.bouncedAt),
    })),
  })),
});
