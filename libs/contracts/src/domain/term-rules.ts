import { defaultMinimumTermMonths } from './minimum-term.js';
import type { FirstMonthPolicy } from './first-fee-month.js';

/** What a contract goes by where the terms let somebody else decide. */
export interface TermRules {
  /** Whole months, 0 for none. @clause W5.1 */
  readonly minimumTermMonths: number;
  /** The length of each renewal, whole months from 1. @clause W5.2 */
  readonly renewalMonths: number;
  /** @decision D-04 */
  readonly firstMonth: FirstMonthPolicy;
  /** Whether money paid may go back. @clause W4.7 */
  readonly refundable: boolean;
  /** When the monthly fee is invoiced. @decision D-03 */
  readonly billingMode: 'advance-true-up' | 'arrears';
}

/** Who says so, the stronger first. */
const ruleSources = ['application-form', 'campaign', 'course', 'terms'] as const;
type RuleSource = (typeof ruleSources)[number];

/** A source says only what it wants to be different. */
export type RuleOverrides = Partial<Record<Exclude<RuleSource, 'terms'>, Partial<TermRules>>>;

export interface ResolvedRules {
  readonly rules: TermRules;
  /** Who decided each of them, for the application form and the start notice. */
  readonly sources: Readonly<Record<keyof TermRules, RuleSource>>;
}

/** What the terms say by themselves. */
export const termsRules: TermRules = {
  minimumTermMonths: defaultMinimumTermMonths,
  renewalMonths: 1,
  firstMonth: 'free',
  refundable: false,
  billingMode: 'advance-true-up',
};

const keys = Object.keys(termsRules) as (keyof TermRules)[];

/** Rule by rule, the strongest source that speaks of it decides. @clause W5.4 */
export const resolveTermRules = (overrides: RuleOverrides): ResolvedRules => {
  const said: Record<RuleSource, Partial<TermRules>> = {
    'application-form': {},
    campaign: {},
    course: {},
    ...overrides,
    terms: termsRules,
  };
  const sourceOf = (key: keyof TermRules): RuleSource =>
    ruleSources.find((source) => said[source][key] !== undefined) ?? 'terms';
  const sources = keys.map((key) => [key, sourceOf(key)] as const);
  return {
    rules: Object.fromEntries(
      sources.map(([key, source]) => [key, said[source][key]]),
    ) as unknown as TermRules,
    sources: Object.fromEntries(sources) as ResolvedRules['sources'],
  };
};

/** The rules that no contract can be held to. @clause W5.4 */
export const badTermRules = (rules: Partial<TermRules>): (keyof TermRules)[] => [
  ...(isWholeFrom(0, rules.minimumTermMonths) ? [] : (['minimumTermMonths'] as const)),
  ...(isWholeFrom(1, rules.renewalMonths) ? [] : (['renewalMonths'] as const)),
];

const longestMonths = 120;

const isWholeFrom = (least: number, months: number | undefined): boolean =>
  months === undefined || (Number.isInteger(months) && months >= least && months <= longestMonths);
