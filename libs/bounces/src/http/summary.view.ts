import { Choice, Instant, NestedList, Text, Uuid, Whole } from '#platform/http';
import { reasons } from '../domain/refusal/reason.js';
import type { BounceSummary } from '../use-cases/summarise-bounces.js';

class ReasonFigureView {
  @Choice(reasons)
  reason!: string;

  @Choice(['recipient', 'sender', 'path'], {
    about: 'Whose doing it is. What the sender caused never counts against an address.',
  })
  blame!: string;

  @Whole()
  failed!: number;
}

class DayFigureView {
  @Text({ about: 'Day in Japan', example: '2026-04-01' })
  day!: string;

  @Whole()
  failed!: number;
}

class CampaignFigureView {
  @Uuid()
  campaignId!: string;

  @Whole()
  failed!: number;
}

export class BounceSummaryView {
  @Instant()
  from!: string;

  @Instant()
  to!: string;

  @Whole({ about: 'Mails that did not arrive' })
  failed!: number;

  @Whole({ about: 'Mails that were reported late' })
  delayed!: number;

  @Whole({ about: 'Mails that were reported as unwanted' })
  complained!: number;

  @Whole({ about: 'Addresses removed after three failures in a row' })
  removed!: number;

  @NestedList(() => ReasonFigureView)
  byReason!: ReasonFigureView[];

  @NestedList(() => DayFigureView, { max: 401 })
  byDay!: DayFigureView[];

  @NestedList(() => CampaignFigureView, { about: 'The hundred campaigns with the most failures' })
  byCampaign!: CampaignFigureView[];
}

export const bounceSummaryView = (summary: BounceSummary): BounceSummaryView => ({
  from: summary.from.toISOString(),
  to: summary.to.toISOString(),
  failed: summary.failed,
  delayed: summary.delayed,
  complained: summary.complained,
  removed: summary.removed,
  byReason: [...summary.byReason],
  byDay: [...summary.byDay],
  byCampaign: [...summary.byCampaign],
});
