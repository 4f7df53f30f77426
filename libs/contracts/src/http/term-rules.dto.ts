import { Choice, Flag, Whole } from '#platform/http';
import type { FirstMonthPolicy } from '../domain/first-fee-month.js';
import type { TermRules } from '../domain/term-rules.js';

/** What is to differ from the weaker source; what is absent goes by it. @clause W5.4 */
export class TermRulesDto {
  @Whole({ optional: true, min: 0, max: 120, about: 'Months; 0 for none' })
  minimumTermMonths?: number;
  @Whole({ optional: true, min: 1, max: 120, about: 'Months of each renewal' })
  renewalMonths?: number;
  @Choice(['free', 'full', 'prorated'], { optional: true, about: 'A start within a month' })
  firstMonth?: FirstMonthPolicy;
  @Flag({ optional: true, about: 'Whether money paid may go back' }) refundable?: boolean;
  @Choice(['advance-true-up', 'arrears'], {
    optional: true,
    about: 'When the monthly fee is invoiced',
  })
  billingMode?: TermRules['billingMode'];
}

/** Only what was said. */
export const termRulesOf = (dto: TermRulesDto | undefined): Partial<TermRules> =>
  Object.fromEntries(
    Object.entries(dto ?? {}).filter(([, value]: [string, unknown]) => value !== undefined),
  );
