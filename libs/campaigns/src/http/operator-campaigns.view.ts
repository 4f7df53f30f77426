import { holders } from '#lib/delivery';
import type { Holder } from '#lib/delivery';
import {
  Choice,
  Flag,
  Instant,
  ListQuery,
  Nested,
  NestedList,
  Text,
  Texts,
  Uuid,
} from '#platform/http';
import type { PageOf } from '#platform/http';
import { campaignStatuses } from '../domain/campaign.js';
import type { CampaignLine, CampaignStatus } from '../domain/campaign.js';
import type { Transition } from '../store/transitions.store.js';
import type { CampaignWithProgress } from '../use-cases/read-campaigns.js';
import { ProgressView, progressView } from './progress.view.js';
import { TransitionView, historyView } from './results.view.js';

const states = ['live', 'all'] as const;

export class OperatorCampaignsQuery extends ListQuery {
  @Choice(states, {
    optional: true,
    about: 'live: mails of it leave or may at any moment (the default); all: whatever left draft',
  })
  state?: (typeof states)[number];
}

/** A tenant's campaign as operators see it: how it goes, and nothing of what it says. */
export class OperatorCampaignView {
  @Uuid() id!: string;

  @Choice(campaignStatuses) status!: CampaignStatus;

  @Flag({ about: 'Paused by an operator: only operators let it go on' }) halted!: boolean;

  @Flag({ about: 'Held by the quality gate or a detector: what is open there has to be decided' })
  underReview!: boolean;

  @Texts({
    values: holders,
    about: 'Where what holds it is decided: the quality gates, the abuse cases',
  })
  heldBy!: readonly Holder[];

  @Instant({ nullable: true }) scheduledAt!: string | null;

  @Instant({ nullable: true }) launchedAt!: string | null;

  @Nested(() => ProgressView, { nullable: true, about: 'Null before the launch' })
  progress!: ProgressView | null;
}

export class OperatorCampaignPageView {
  @NestedList(() => OperatorCampaignView) items!: OperatorCampaignView[];

  @Text({ nullable: true }) nextCursor!: string | null;
}

export class OperatorCampaignDetailView extends OperatorCampaignView {
  @NestedList(() => TransitionView, { about: 'Every change of state, the oldest first' })
  history!: TransitionView[];
}

const operatorCampaignView = ({
  campaign: { id, state },
  progress,
  halted,
  underReview,
  heldBy,
}: CampaignWithProgress<CampaignLine>) => ({
  ...{ id, status: state.status, halted, underReview, heldBy },
  scheduledAt: 'scheduledAt' in state ? state.scheduledAt.toISOString() : null,
  launchedAt: 'launchedAt' in state ? state.launchedAt.toISOString() : null,
  progress: progress && progressView(progress),
});

export const operatorCampaignPageView = (
  page: PageOf<CampaignWithProgress<CampaignLine>>,
): OperatorCampaignPageView => ({
  items: page.items.map(operatorCampaignView),
  nextCursor: page.nextCursor,
});

export const operatorCampaignDetailView = (
  read: CampaignWithProgress,
  transitions: readonly Transition[],
): OperatorCampaignDetailView => ({
  ...operatorCampaignView(read),
  history: historyView(transitions).items,
});
