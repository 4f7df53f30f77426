import type { Schema } from '../../../api/client.js';

/** Numbers as they are typed. */
export interface TypedLine {
  readonly text: string;
  readonly amount: string;
  readonly taxCategory: Schema<'CorrectedLineDto'>['taxCategory'];
  /** The line of the original whose place it takes, from 1. */
  readonly replacesLine?: number;
}

export const taxCategories = ['standard', 'reduced', 'outside'] as const;

/** The lines of the wrong invoice to begin with; its printed content without the month, which stays. */
export const linesToCorrect = (lines: readonly Schema<'InvoiceLineView'>[]): readonly TypedLine[] =>
  lines.map(({ textJa, amountYen, taxCategory }, i) => ({
    text: textJa.replace(/ \d+年\d+月分$/, ''),
    amount: String(amountYen),
    taxCategory: taxCategories.find((known) => known === taxCategory) ?? 'standard',
    replacesLine: i + 1,
  }));

export const correctionOf = (
  lines: readonly TypedLine[],
  reason: string,
): Schema<'CorrectionDto'> => ({
  reason,
  lines: lines.map(({ amount, ...line }) => ({ ...line, amountYen: Number(amount) })),
});
