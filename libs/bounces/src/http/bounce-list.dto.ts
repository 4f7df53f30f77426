import { Choice, ListQuery, Uuid } from '#platform/http';
import { reasons } from '../domain/refusal/reason.js';

export class BouncesQuery extends ListQuery {
  @Uuid({ optional: true, about: 'Of this campaign alone' })
  campaignId?: string;

  @Choice(reasons, { optional: true, about: 'For this reason alone' })
  reason?: string;
}
