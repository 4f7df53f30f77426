import { Instant } from '#platform/http';

export class SummaryQuery {
  @Instant({ optional: true, about: 'Start of the period; 30 days before its end by default' })
  from?: string;

  @Instant({ optional: true, about: 'End of the period, not part of it; now by default' })
  to?: string;
}
