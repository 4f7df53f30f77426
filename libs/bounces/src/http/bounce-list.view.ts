import { Choice, Instant, NestedList, Text, Uuid } from '#platform/http';
import type { PageOf } from '#platform/http';
import { reasons } from '../domain/refusal/reason.js';
import type { BounceLine } from '../use-cases/list-bounces.js';

class BounceView {
  @Uuid({ about: 'Of this line; says nothing about the person' })
  id!: string;

  @Instant()
  at!: string;

  @Uuid()
  campaignId!: string;

  @Text({
    nullable: true,
    about: 'Without its domain where few people have it; null when the address is erased',
    example: 't***@example.jp',
  })
  maskedLine!: string | null;

  @Choice(reasons)
  reason!: string;

  @Choice(['recipient', 'sender', 'path'], { about: 'Whose doing it is' })
  blame!: string;

  @Choice(['hard', 'soft'], { about: 'Hard: there is no such address or domain' })
  severity!: string;
}

export class BouncesView {
  @NestedList(() => BounceView)
  items!: BounceView[];

  @Text({ nullable: true, about: 'Pass it as cursor to read on; null at the end' })
  nextCursor!: string | null;
}

export const bouncesView = ({ items, nextCursor }: PageOf<BounceLine>): BouncesView => ({
  items: items.map((line) => ({ ...line, at: line.at.toISOString() })),
  nextCursor,
});
