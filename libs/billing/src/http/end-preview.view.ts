import { Choice, NestedList, Text, Uuid, Whole } from '#platform/http';
import type { EndPreview } from '../use-cases/preview-end.js';

const fates = ['not-issued', 'kept', 'await-result', 'void'] as const;

class FeeToComeView {
  @Text({ example: '2026-07' }) month!: string;
  @Whole({ nullable: true, about: 'Without tax; null where no price is published yet' })
  basicFeeYen!: number | null;
}

class PrepaidView {
  @Uuid() invoiceId!: string;
  @Text() number!: string;
  @Text({ about: 'First month after the end that it asks for', example: '2026-08' }) month!: string;
  @Whole({ about: 'Of months after the end, without tax' }) amountYen!: number;
  @Choice(fates, {
    about:
      'kept: paid before the notice, stays paid. void: never owed. await-result: the debit under way decides',
  })
  fate!: string;
}

class OpenView {
  @Uuid() invoiceId!: string;
  @Text() number!: string;
  @Text({ example: '2026-07-27' }) dueDate!: string;
  @Whole() openYen!: number;
}

export class EndPreviewView {
  @Text({ about: 'The last day of service' }) endDate!: string;
  @Text({ about: 'The last month a fee is due for' }) lastMonth!: string;
  @NestedList(() => FeeToComeView, {
    about: 'Not invoiced yet; what peaks and options cost comes on top',
  })
  feesToCome!: FeeToComeView[];
  @NestedList(() => PrepaidView) prepaid!: PrepaidView[];
  @NestedList(() => OpenView, { about: 'What is owed now; all of it falls due at the end' })
  open!: OpenView[];
}

export const endPreviewView = (preview: EndPreview): EndPreviewView => ({
  endDate: preview.endDate.toString(),
  lastMonth: preview.lastMonth.toString(),
  feesToCome: preview.feesToCome.map(({ month, basicFee }) => ({
    month: month.toString(),
    basicFeeYen: basicFee,
  })),
  prepaid: preview.prepaid.map(({ invoice, months, amount, fate }) => ({
    invoiceId: invoice.id,
    number: invoice.number,
    month: String(months[0]),
    amountYen: amount,
    fate: fate.fate,
  })),
  open: preview.open.map(({ invoice, open, dueDate }) => ({
    invoiceId: invoice.id,
    number: invoice.number,
    dueDate: dueDate.toString(),
    openYen: open,
  })),
});
