import { Choice, Instant, NestedList, Text, Uuid, Whole } from '#platform/http';
import { yen } from '#lib/kernel';
import type { CorrectedLine } from '../domain/invoice/corrected-lines.js';
import { taxCategories } from '../domain/tax/tax-rates.js';
import type { TaxCategory } from '../domain/tax/tax-rates.js';
import { correctionStates } from '../store/invoice-corrections.store.js';
import type { CorrectionState, InvoiceCorrection } from '../store/invoice-corrections.store.js';
import { ReasonDto } from './billing.dto.js';

const most = 9_999_999_999;

export class CorrectedLineDto {
  @Whole({ min: -most, max: most, about: 'Without tax; below zero for a discount' })
  amountYen!: number;
  @Choice(taxCategories) taxCategory!: TaxCategory;
  @Text({ about: 'Content as the invoice prints it, before the month' }) text!: string;
  @Whole({
    optional: true,
    min: 1,
    about:
      'The line of the original whose place this takes, from 1: same month and kind. Each basic fee in advance needs one',
  })
  replacesLine?: number;
}

export class CorrectionDto extends ReasonDto {
  @NestedList(() => CorrectedLineDto, { max: 100, about: 'All lines of the new invoice' })
  lines!: CorrectedLineDto[];
}

export class CorrectionsQuery {
  @Choice(correctionStates, { optional: true, about: 'proposed by default' })
  state?: CorrectionState;
}

export class CorrectedLineView {
  @Whole({ min: -most }) amountYen!: number;
  @Choice(taxCategories) taxCategory!: string;
  @Text() text!: string;
  @Whole({ nullable: true }) replacesLine!: number | null;
}

export class CorrectionView {
  @Uuid() id!: string;
  @Uuid() tenantId!: string;
  @Uuid({ about: 'The wrong invoice' }) invoiceId!: string;
  @Choice(correctionStates) state!: string;
  @Text() reason!: string;
  @NestedList(() => CorrectedLineView) lines!: CorrectedLineView[];
  @Whole({ about: 'Of the new invoice, with tax' }) totalYen!: number;
  @Instant() proposedAt!: string;
  @Uuid() proposedBy!: string;
  @Instant({ nullable: true }) decidedAt!: string | null;
  @Uuid({ nullable: true }) decidedBy!: string | null;
  @Uuid({ nullable: true, about: 'Once it is issued' }) newInvoiceId!: string | null;
}

export class CorrectionListView {
  @NestedList(() => CorrectionView, { about: 'Newest first, at most 200' })
  items!: CorrectionView[];
}

export const correctedLine = (line: CorrectedLineDto): CorrectedLine => ({
  amount: yen(line.amountYen),
  taxCategory: line.taxCategory,
  text: line.text,
  replacesLine: line.replacesLine ?? null,
});

export const correctionView = (correction: InvoiceCorrection): CorrectionView => ({
  id: correction.id,
  tenantId: correction.tenantId,
  invoiceId: correction.invoiceId,
  state: correction.state,
  reason: correction.reason,
  lines: correction.lines.map(({ amount, ...line }) => ({ amountYen: amount, ...line })),
  totalYen: correction.total,
  proposedAt: correction.proposedAt.toISOString(),
  proposedBy: correction.proposedBy,
  decidedAt: correction.decidedAt?.toISOString() ?? null,
  decidedBy: correction.decidedBy,
  newInvoiceId: correction.newInvoiceId,
});
