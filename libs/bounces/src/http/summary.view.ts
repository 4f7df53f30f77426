import { Choice, Decimal, Instant, NestedList, Text, Uuid, Whole } from '#platform/http';
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

class DomainFigureView {
  @Text({ nullable: true, about: 'Null for all domains of fewer than ten people together' })
  domain!: string | null;

  @Whole()
  failed!: number;
}

class CampaignFigureView {
  @Uuid()
  campaignId!: string;

  @Whole()
  failed!: number;

  @Whole()
  complained!: number;

  @Whole({ about: 'Mails accepted or refused so far: what the rates are of' })
  sent!: number;

  @Decimal({ nullable: true, about: 'Complaints by mails sent; null before the first' })
  complaintRate!: number | null;
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

  @Whole({ about: 'Mails of the campaigns that began in the period' })
  sent!: number;

  @Decimal({ nullable: true, about: 'Mails that did not arrive by mails sent' })
  bounceRate!: number | null;

  @Decimal({ nullable: true, about: 'Complaints by mails sent' })
  complaintRate!: number | null;

  @Whole({ about: 'Addresses removed after three failures in a row' })
  removed!: number;

  @NestedList(() => ReasonFigureView)
  byReason!: ReasonFigureView[];

  @NestedList(() => DayFigureView, { max: 401 })
  byDay!: DayFigureView[];

  @NestedList(() => DomainFigureView, { about: 'The hundred domains with the most failures' })
  byDomain!: DomainFigureView[];

  @NestedList(() => CampaignFigureView, { about: 'The hundred campaigns of which most came back' })
  byCampaign!: CampaignFigureView[];
}

export const bounceSummaryView = (summary: BounceSummary): BounceSummaryView => ({
  from: summary.from.toISOString(),
  to: summary.to.toISOString(),
  failed: summary.failed,
  delayed: summary.delayed,
  complained: summary.complained,
  removed: summary.removed,
  sent: summary.sent,
  bounceRate: rateOf(summary.failed, summary.sent),
  complaintRate: rateOf(summary.complained, summary.sent),
  byReason: [...summary.byReason],
  byDay: [...summary.byDay],
  byDomain: [...summary.byDomain],
  byCampaign: summary.byCampaign.map((figure) => ({
    ...figure,
    complaintRate: rateOf(figure.complained, figure.sent),
  })),
});

/** Null of nothing. */
export const rateOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : part / whole;
