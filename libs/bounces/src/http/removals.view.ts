import { Choice, Instant, NestedList, Text, Uuid } from '#platform/http';
import type { PageOf } from '#platform/http';
import { reasons } from '../domain/refusal/reason.js';
import type { Removal } from '../store/removals.store.js';

class RemovalView {
  @Uuid()
  id!: string;

  @Instant()
  removedAt!: string;

  @Text({
    about: 'All that is left of the address; without its domain where few people have it',
    example: 't***@example.jp',
  })
  maskedLine!: string;

  @Choice(reasons, { about: 'Why the last of the three mails did not arrive' })
  reason!: string;
}

export class RemovalsView {
  @NestedList(() => RemovalView)
  items!: RemovalView[];

  @Text({ nullable: true, about: 'Pass it as cursor to read on; null at the end' })
  nextCursor!: string | null;
}

export const removalsView = ({ items, nextCursor }: PageOf<Removal>): RemovalsView => ({
  items: items.map(({ id, removedAt, maskedLine, reason }) => ({
    id,
    removedAt: removedAt.toISOString(),
    maskedLine,
    reason,
  })),
  nextCursor,
});
