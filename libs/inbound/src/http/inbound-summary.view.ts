import { Choice, Instant, NestedList, Text, Whole } from '#platform/http';
import { outcomes } from '../domain/inbound-message.js';
import type { InboundSummary } from '../use-cases/summarise-inbound.js';

class InboundFigureView {
  @Text({ about: 'Day in Japan on which it was sorted', example: '2026-04-01' })
  day!: string;

  @Choice(outcomes, {
    about:
      'What became of them. ignored-… changed nothing; loop went through too many hands; unknown came for a mailbox that is gone.',
  })
  outcome!: string;

  @Whole()
  messages!: number;
}

export class InboundSummaryView {
  @Whole({ about: 'Messages that are not sorted yet' })
  waiting!: number;

  @Instant({ nullable: true, about: 'When the first of them came' })
  waitingSince!: string | null;

  @NestedList(() => InboundFigureView, {
    max: 400,
    about: 'By day, the newest first; only what there was',
  })
  byDay!: InboundFigureView[];
}

export const inboundSummaryView = (summary: InboundSummary): InboundSummaryView => ({
  waiting: summary.waiting,
  waitingSince: summary.waitingSince?.toISOString() ?? null,
  byDay: summary.byDay.map((figure) => ({ ...figure })),
});
