import { Choice, ListQuery } from '#platform/http';

export class InquiryQuery extends ListQuery {
  @Choice(['open', 'all'], { optional: true, about: 'open by default' })
  state?: 'open' | 'all';
}
