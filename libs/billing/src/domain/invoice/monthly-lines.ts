import { yen } from '#lib/kernel';
import type { YearMonth, Yen } from '#lib/kernel';
import type { FeeItem } from '../fees/fee-plan.js';
import { basicMonthlyFee, shareOf, tierFor } from '../prices/tiers.js';
import type { Share, Tiers } from '../prices/tiers.js';
import { categoryOf } from './invoice-line.js';
import type { InvoiceLine, LineKind } from './invoice-line.js';

/** What one contract costs, month by month. */
export interface Pricing {
  /** The steps of the course the contract has in that month, by the price table of that month. */
  tiersOf(month: YearMonth): Tiers;
  /** What was invoiced for the month before it began. */
  billedAhead(month: YearMonth): Yen;
  /** Of a closed month. */
  peakOf(month: YearMonth): number;
  /** Options in that month and their fees. */
  optionsOf(month: YearMonth): readonly { readonly code: string; readonly fee: Yen }[];
  /** The part of the month that is charged, null for all of it. @decision D-04 */
  shareOf(month: YearMonth): Share | null;
}

export type MonthlyLines =
  | { readonly lines: readonly InvoiceLine[] }
  /** The peak is above the last step of the course: a person must find another one first. */
  | { readonly beyondTiers: { readonly month: YearMonth; readonly peak: number } };

/**
 * The lines of a run's invoice. A true-up of nothing is no line, so that an invoice may turn out empty. It is below
 * zero only where the course became cheaper after the month was billed ahead, in the run that holidays draw before the
 * cut-off for changes.
 * @clause W6.1, W7.1, W7.2
 * @decision D-03
 */
export const monthlyLines = (items: readonly FeeItem[], pricing: Pricing): MonthlyLines => {
  const lines: InvoiceLine[] = [];
  for (const { kind, month } of items) {
    if (kind === 'no-fee' || kind === 'release-advance') continue;
    const tiers = pricing.tiersOf(month);
    const share = pricing.shareOf(month);
    if (kind === 'advance') {
      lines.push(line('basic-fee', month, shareOf(basicMonthlyFee(tiers), share)));
      continue;
    }
    const peak = pricing.peakOf(month);
    const tier = tierFor(tiers, peak);
    if (!tier) return { beyondTiers: { month, peak } };
    const fee = shareOf(tier.monthlyFee, share);
    const ahead = kind === 'true-up' ? pricing.billedAhead(month) : yen(0);
    const rest = yen(fee - ahead);
    const lineKind = ahead === 0 ? 'monthly-fee' : 'true-up';
    if (rest !== 0) lines.push(line(lineKind, month, rest, peak.toLocaleString('en-US')));
    for (const option of pricing.optionsOf(month))
      lines.push(line('option', month, option.fee, option.code));
  }
  return { lines };
};

/** The first invoice of all, to be paid by transfer. @clause W4.1, W6.1 */
export const initialLines = (
  setupFee: Yen,
  firstFeeMonth: YearMonth,
  tiers: Tiers,
  share: Share | null,
): InvoiceLine[] => [
  ...(setupFee > 0 ? [line('setup-fee', firstFeeMonth, setupFee)] : []),
  line('basic-fee', firstFeeMonth, shareOf(basicMonthlyFee(tiers), share)),
];

const line = (
  kind: LineKind,
  month: YearMonth,
  amount: Yen,
  detail: string | null = null,
): InvoiceLine => ({ kind, month, amount, taxCategory: categoryOf(kind), detail });
