import { Choice, Instant, Nested, NestedList, Text, Uuid, Whole } from '#platform/http';
import type { PageOf } from '#platform/http';
import { reasons } from '../domain/refusal/reason.js';
import type { QualityGateRow } from '../store/quality-gates.store.js';
import type { UnattributedReport } from '../store/unattributed-reports.store.js';
import type { HeldCampaign, SenderTrouble } from '../use-cases/read-deliverability.js';

const mailingStatuses = ['running', 'paused', 'stopped', 'finished'] as const;

class DomainBreakerView {
  @Choice(['closed', 'open', 'half-open'], { about: 'Closed: mail goes there' })
  state!: string;

  @Instant({ nullable: true, about: 'When a mail is tried again' })
  until!: string | null;
}

class SenderCausedView {
  @Uuid()
  tenantId!: string;

  @Text({ nullable: true, about: 'Domain of the receiving side' })
  domain!: string | null;

  @Choice(reasons)
  reason!: string;

  @Whole()
  refused!: number;

  @Instant()
  lastAt!: string;

  @Uuid({ about: 'Of the last refusal' })
  campaignId!: string;

  @Choice(mailingStatuses, {
    about: 'Of that campaign; paused where receivers refused mail after mail',
  })
  campaignStatus!: string;

  @Nested(() => DomainBreakerView, { about: 'Of the domain' })
  breaker!: DomainBreakerView;
}

export class SenderCausedListView {
  @NestedList(() => SenderCausedView, { max: 500 })
  items!: SenderCausedView[];
}

export const senderCausedView = (figures: readonly SenderTrouble[]): SenderCausedListView => ({
  items: figures.map(({ breaker, ...figure }) => ({
    ...figure,
    lastAt: figure.lastAt.toISOString(),
    breaker: {
      state: breaker?.state ?? 'closed',
      until: breaker?.until?.toISOString() ?? null,
    },
  })),
});

class UnattributedView {
  @Uuid()
  id!: string;

  @Instant()
  at!: string;

  @Choice(['failed', 'delayed', 'complained'])
  kind!: string;

  @Text({ nullable: true, example: '5.1.1' })
  status!: string | null;

  @Whole({ nullable: true })
  replyCode!: number | null;

  @Choice(reasons)
  reason!: string;

  @Choice(['recipient', 'sender', 'path'])
  blame!: string;

  @Text({ nullable: true, about: 'Domain of who reports' })
  reporter!: string | null;

  @Text({ nullable: true, about: 'Domain of the recipient' })
  domain!: string | null;
}

export class UnattributedListView {
  @NestedList(() => UnattributedView)
  items!: UnattributedView[];

  @Text({ nullable: true, about: 'Pass it as cursor to read on; null at the end' })
  nextCursor!: string | null;
}

export const unattributedView = ({
  items,
  nextCursor,
}: PageOf<UnattributedReport>): UnattributedListView => ({
  items: items.map((report) => ({ ...report, at: report.at.toISOString() })),
  nextCursor,
});

export class QualityGateView {
  @Uuid()
  id!: string;

  @Uuid()
  tenantId!: string;

  @Uuid()
  campaignId!: string;

  @Instant()
  trippedAt!: string;

  @Whole({ about: 'Mails accepted or refused by then' })
  sent!: number;

  @Whole()
  bounced!: number;

  @Whole()
  complained!: number;

  @Choice(['released', 'aborted'], { nullable: true, about: 'Null while it waits' })
  decision!: string | null;

  @Instant({ nullable: true })
  decidedAt!: string | null;

  @Text({ nullable: true, max: 1_000, multiline: true })
  reason!: string | null;
}

export class HeldCampaignView extends QualityGateView {
  @Choice(mailingStatuses, { about: 'stopped where it was ended by its owners meanwhile' })
  campaignStatus!: string;
}

export class QualityGatesView {
  @NestedList(() => HeldCampaignView)
  items!: HeldCampaignView[];

  @Text({ nullable: true, about: 'Pass it as cursor to read on; null at the end' })
  nextCursor!: string | null;
}

export const qualityGateView = (gate: QualityGateRow): QualityGateView => ({
  id: gate.id,
  tenantId: gate.tenantId,
  campaignId: gate.campaignId,
  trippedAt: gate.trippedAt.toISOString(),
  sent: gate.sent,
  bounced: gate.bounced,
  complained: gate.complained,
  decision: gate.decision,
  decidedAt: gate.decidedAt?.toISOString() ?? null,
  reason: gate.reason,
});

export const qualityGatesView = ({
  items,
  nextCursor,
}: PageOf<HeldCampaign>): QualityGatesView => ({
  items: items.map((held) =>
    Object.assign(qualityGateView(held), { campaignStatus: held.campaignStatus }),
  ),
  nextCursor,
});
