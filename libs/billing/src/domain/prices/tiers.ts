import { timesYen, yen } from '#lib/kernel';
import type { Texts, Yen } from '#lib/kernel';

/** One step of a course's price, without tax. */
export interface Tier {
  /** The most billable addresses it covers; null for any number. */
  readonly upTo: number | null;
  readonly monthlyFee: Yen;
}

/** A course's steps, from the lowest up. `checkTiers` says what else they must be. */
export type Tiers = readonly [Tier, ...Tier[]];

/** The step that covers a peak; undefined when the course ends below it. @clause W7.2 */
export const tierFor = (tiers: Tiers, peak: number): Tier | undefined =>
  tiers.find(({ upTo }) => upTo === null || peak <= upTo);

/** 基本利用料金: what a month costs at least, paid ahead. @decision D-03 */
export const basicMonthlyFee = ([lowest]: Tiers): Yen => lowest.monthlyFee;

/** 差額精算: what the peak costs beyond the basic fee; undefined above the last step. @decision D-03 */
export const trueUpFee = (tiers: Tiers, peak: number): Yen | undefined => {
  const tier = tierFor(tiers, peak);
  return tier && yen(tier.monthlyFee - basicMonthlyFee(tiers));
};

/** The part of a month that is paid for, in days. */
export interface Share {
  readonly days: number;
  readonly of: number;
}

/** The part of a fee, rounded down. Only where the application form says 日割り. @decision D-04 */
export const shareOf = (fee: Yen, share: Share | null): Yen => {
  if (!share) return fee;
  const product = timesYen(fee, share.days);
  return yen((product - (product % share.of)) / share.of);
};

export type TierProblem =
  'none' | 'limits-not-rising' | 'fees-falling' | 'negative-fee' | 'step-after-last';

/** Why steps cannot be a price; empty when they can. Falling fees would make a true-up negative. @clause W7.2 */
export const checkTiers = (tiers: readonly Tier[]): TierProblem[] => {
  const pairs = tiers.slice(1).map((tier, i) => [tiers[i] as Tier, tier] as const);
  const problems: [TierProblem, boolean][] = [
    ['none', tiers.length === 0],
    ['negative-fee', tiers.some(({ monthlyFee }) => monthlyFee < 0)],
    ['step-after-last', pairs.some(([below]) => below.upTo === null)],
    [
      'limits-not-rising',
      tiers.some(({ upTo }) => upTo !== null && !(Number.isSafeInteger(upTo) && upTo > 0)) ||
        pairs.some(([a, b]) => a.upTo !== null && b.upTo !== null && b.upTo <= a.upTo),
    ],
    ['fees-falling', pairs.some(([below, above]) => above.monthlyFee < below.monthlyFee)],
  ];
  return problems.filter(([, found]) => found).map(([problem]) => problem);
};

export const tierProblemTexts: Readonly<Record<TierProblem, Texts>> = {
  none: { ja: '料金の段階がありません。', en: 'There is no price step.' },
  'limits-not-rising': {
    ja: 'メールアドレス数の上限は、段階ごとに大きくしてください。',
    en: 'The limits of the steps must rise.',
  },
  'fees-falling': {
    ja: '上の段階の月額料金を、下の段階より安くすることはできません。',
    en: 'A higher step must not cost less than a lower one.',
  },
  'negative-fee': { ja: '料金は0円以上にしてください。', en: 'Fees must not be negative.' },
  'step-after-last': {
    ja: '上限のない段階の後に段階を置くことはできません。',
    en: 'No step can follow the one without a limit.',
  },
};
