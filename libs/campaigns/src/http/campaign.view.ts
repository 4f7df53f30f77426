import { jstDateTime } from '#lib/kernel';
import {
  AnyObject,
  Choice,
  Flag,
  Instant,
  Nested,
  NestedList,
  Text,
  Uuid,
  Uuids,
  Whole,
} from '#platform/http';
import type { PageOf } from '#platform/http';
import { draftCategories, draftFormats } from '../domain/draft-kinds.js';
import { campaignStatuses, receiptOf } from '../domain/campaign.js';
import type { Campaign, CampaignLine, CampaignStatus } from '../domain/campaign.js';
import type { CampaignWithProgress } from '../use-cases/read-campaigns.js';
import { ProgressView, progressView } from './progress.view.js';

/** A campaign in a list. */
export class CampaignLineView {
  @Uuid()
  id!: string;

  @Whole({ about: 'Its ETag counts this' })
  version!: number;

  @Choice(campaignStatuses)
  status!: CampaignStatus;

  @Text({ min: 0 })
  subject!: string;

  @Uuids()
  newsletterIds!: string[];

  @Instant({ nullable: true })
  scheduledAt!: string | null;

  @Text({
    nullable: true,
    about: 'The same in Japan, to the minute',
    example: '2026-04-01T09:00+09:00',
  })
  scheduledAtJst!: string | null;

  @Instant({ nullable: true })
  launchedAt!: string | null;

  @Instant()
  createdAt!: string;

  @Instant()
  updatedAt!: string;

  @Nested(() => ProgressView, { nullable: true, about: 'Null before the launch' })
  progress!: ProgressView | null;
}

export class CampaignPageView {
  @NestedList(() => CampaignLineView)
  items!: CampaignLineView[];

  @Text({ nullable: true })
  nextCursor!: string | null;
}

/** A whole campaign. */
export class CampaignView extends CampaignLineView {
  @Text({ min: 0 })
  preheader!: string;

  @Text({ min: 0, multiline: true })
  text!: string;

  @Text({ nullable: true, multiline: true })
  html!: string | null;

  @Choice(draftFormats)
  format!: string;

  @Text({ nullable: true, multiline: true })
  mjml!: string | null;

  @AnyObject({ nullable: true })
  blocks!: object | null;

  @Choice(draftCategories)
  category!: string;

  @Uuid({ nullable: true })
  segmentId!: string | null;

  @AnyObject({ nullable: true })
  condition!: object | null;

  @Flag()
  ownFooter!: boolean;

  @Flag()
  tracking!: boolean;

  @Whole({ nullable: true, about: 'Number of the frozen content; null for drafts' })
  contentVersion!: number | null;

  @Flag({ about: 'Paused by an operator: only operators let it go on' })
  halted!: boolean;

  @Flag({
    about: 'Paused because too much of it came back: the provider decides whether it goes on',
  })
  underReview!: boolean;
}

/** The answer to a stop. */
export class StopView {
  @Choice(campaignStatuses)
  status!: CampaignStatus;

  @Whole({ about: 'Mails that had left before the stop' })
  left!: number;

  @Whole({ about: 'Mails that were being handed over at that moment and may still leave' })
  inFlight!: number;

  @Whole({ about: 'Mails that will never leave' })
  cancelled!: number;
}

const line = ({ campaign, progress }: CampaignWithProgress<CampaignLine>) => {
  const { id, version, draft, state, createdAt, updatedAt } = campaign;
  const scheduledAt = 'scheduledAt' in state ? state.scheduledAt : null;
  return {
    id,
    version,
    status: state.status,
    subject: draft.subject,
    newsletterIds: [...draft.newsletterIds],
    scheduledAt: scheduledAt?.toISOString() ?? null,
    scheduledAtJst: scheduledAt && jstDateTime(scheduledAt),
    launchedAt: 'launchedAt' in state ? state.launchedAt.toISOString() : null,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    progress: progress && progressView(progress),
  };
};

export const campaignLineView = (read: CampaignWithProgress<CampaignLine>): CampaignLineView =>
  line(read);

export const campaignPageView = (
  page: PageOf<CampaignWithProgress<CampaignLine>>,
): CampaignPageView => ({
  items: page.items.map(line),
  nextCursor: page.nextCursor,
});

export const campaignView = (read: CampaignWithProgress): CampaignView => {
  const { draft, state } = read.campaign;
  const { preheader, text, html, segmentId, condition, ownFooter, tracking } = draft;
  const { format, mjml, blocks, category } = draft;
  return {
    ...line(read),
    ...{ preheader, text, html, segmentId, condition, ownFooter, tracking },
    ...{ format, mjml, blocks, category },
    contentVersion: 'contentVersion' in state ? state.contentVersion : null,
    halted: read.halted,
    underReview: read.underReview,
  };
};

/** Of a campaign whose mails have not begun to leave. */
export const draftView = (campaign: Campaign): CampaignView =>
  campaignView({ campaign, progress: null, halted: false, underReview: false, heldBy: [] });

export const stopView = ({ state }: Campaign): StopView => ({
  status: state.status,
  ...receiptOf(state),
});
