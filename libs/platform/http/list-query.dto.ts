import { Text, Whole } from './fields.js';

/** Query of every list: how many, and from where. */
export class ListQuery {
  @Whole({ optional: true, min: 1, max: 200, about: 'How many rows; 50 by default' })
  limit?: number;

  @Text({ optional: true, max: 500, about: 'nextCursor of the page before' })
  cursor?: string;

  get size(): number {
    return this.limit ?? 50;
  }
}
