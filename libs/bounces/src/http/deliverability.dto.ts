import { Choice, ListQuery, Text } from '#platform/http';

export class HeldQuery extends ListQuery {
  @Choice(['open', 'all'], { optional: true, about: 'open by default' })
  state?: 'open' | 'all';
}

export class DecisionDto {
  @Text({ max: 1_000, multiline: true, about: 'Why; stays in the audit trail' })
  reason!: string;
}
