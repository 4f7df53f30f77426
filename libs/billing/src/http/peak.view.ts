import { Flag, Instant, Nested, NestedList, Text, Whole } from '#platform/http';
import type { Tier } from '../domain/prices/tiers.js';
import type { ShownPeak } from '../use-cases/show-peak.js';

class TierView {
  @Whole({ nullable: true, about: 'The most addresses it covers; null for any number' })
  upTo!: number | null;
  @Whole({ about: 'Without tax' }) monthlyFeeYen!: number;
}

class PeakDayView {
  @Text({ about: 'Day in Japan', example: '2026-07-05' }) day!: string;
  @Whole({ about: 'The most at any instant of it' }) most!: number;
  @Whole({ about: 'The number at its end' }) last!: number;
}

class NextTierView extends TierView {
  @Whole({ about: 'Addresses more that lead to it' }) missing!: number;
}

export class PeakView {
  @Text({ example: '2026-07' }) month!: string;
  @Flag({ about: 'False while the month goes on, and five minutes longer' }) closed!: boolean;
  @Whole({ about: 'The most addresses at any instant so far' }) peak!: number;
  @Instant({ about: 'The first instant at which there were that many' }) peakAt!: string;
  @NestedList(() => PeakDayView) days!: PeakDayView[];
  @Flag({ about: 'Whether a fee is due for the month' }) feeMonth!: boolean;
  @Text({ nullable: true }) courseCode!: string | null;
  @NestedList(() => TierView, { about: 'The steps of the course, from the lowest up' })
  tiers!: TierView[];
  @Nested(() => TierView, { nullable: true, about: 'The step that covers the peak' })
  tier!: TierView | null;
  @Nested(() => NextTierView, { nullable: true }) nextTier!: NextTierView | null;
  @Whole({ nullable: true, about: 'What the peak costs beyond the basic fee, without tax' })
  trueUpYen!: number | null;
}

export const peakView = ({ peak, price, tier, next, trueUp, isFeeMonth }: ShownPeak): PeakView => ({
  month: peak.month.toString(),
  closed: peak.closed,
  peak: peak.count,
  peakAt: peak.at.toISOString(),
  days: peak.days.map(({ day, most, last }) => ({
    day: peak.month.toPlainDate({ day }).toString(),
    most,
    last,
  })),
  feeMonth: isFeeMonth,
  courseCode: price?.courseCode ?? null,
  tiers: price?.tiers.map(tierView) ?? [],
  tier: tier ? tierView(tier) : null,
  nextTier: next && Object.assign(tierView(next.tier), { missing: next.missing }),
  trueUpYen: isFeeMonth ? trueUp : 0,
});

const tierView = ({ upTo, monthlyFee }: Tier): TierView => ({ upTo, monthlyFeeYen: monthlyFee });
