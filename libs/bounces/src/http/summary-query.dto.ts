import { Instant } from '#platform/http';
import type { Period } from '../domain/period.js';

export class SummaryQuery {
  @Instant({ optional: true, about: 'Start of the period; 30 days before its end by default' })
  from?: string;

  @Instant({ optional: true, about: 'End of the period, not part of it; now by default' })
  to?: string;
}

export const periodIn = ({ from, to }: SummaryQuery): Partial<Period> => ({
  ...(from !== undefined && { from: new Date(from) }),
  ...(to !== undefined && { to: new Date(to) }),
});
