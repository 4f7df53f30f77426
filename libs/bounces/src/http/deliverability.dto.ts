import { Choice, ListQuery, Text } from '#platform/http';

export class HeldQuery extends ListQuery {
  @Choice(['open', 'all'], { optional: true, about: 'open by default' })
  state?: 'open' | 'all';
}

export class GateDecisionDto {
  @Text({
    max: 1_000,
    multiline: true,
    about: 'Why; for the audit trail and the tenant, who is told',
  })
  reason!: string;
}
