import type { PlainDate, Texts } from '#lib/kernel';
import type { TermRules } from './term-rules.js';

/** Codes of courses, options and offers: capitals, digits, `-` and `_`. */
export const isCode = (text: string): boolean => /^[A-Z0-9][A-Z0-9_-]{0,49}$/.test(text);

/** From which quality of a list on a campaign is held for an operator to look at. */
export interface QualityGate {
  /** Mails handed over before it is judged. */
  readonly afterMails: number;
  /** Shares of them, 0 to 1. */
  readonly bounceRate: number;
  readonly complaintRate: number;
}

export const defaultQualityGate: QualityGate = {
  afterMails: 200,
  bounceRate: 0.1,
  complaintRate: 0.003,
};

/** サービスコース: what a contract buys; its prices are billing's. @clause W5.4, W7.1 */
export interface Course {
  readonly code: string;
  readonly names: Texts;
  /** Where it differs from the terms. */
  readonly termRules: Partial<TermRules>;
  /** Where it differs from the default. */
  readonly qualityGate: Partial<QualityGate>;
  /** Whether it can be applied for; contracts that have it keep it. */
  readonly onSale: boolean;
}

/** オプション: what can be had beside a course. */
export interface CourseOption {
  readonly code: string;
  readonly names: Texts;
  readonly onSale: boolean;
}

/** キャンペーン of the operator: other rules for those who apply from the first to the last day. @clause W4.7, W5.4 */
export interface Offer {
  readonly code: string;
  readonly names: Texts;
  readonly termRules: Partial<TermRules>;
  readonly firstDay: PlainDate;
  readonly lastDay: PlainDate;
}
