import {
  AnyObject,
  Choice,
  Flag,
  Instant,
  ListQuery,
  Text,
  Uuid,
  Uuids,
  Whole,
} from '#platform/http';
import { campaignStatuses } from '../domain/campaign.js';
import { draftCategories, draftFormats } from '../domain/draft-kinds.js';
import type { DraftCategory, DraftFormat } from '../domain/draft-kinds.js';
import type { CampaignStatus, Draft } from '../domain/campaign.js';

const conditionAbout =
  'Groups { all: […] } and { any: […] } of { field, op, value } and { joined, value }; null for everybody';

/** Whom it goes to: readers of the newsletters, narrowed by a saved segment or by a condition. */
export class TargetDto {
  @Uuids({ max: 50 })
  newsletterIds!: string[];

  @Uuid({ optional: true, nullable: true })
  segmentId?: string | null;

  @AnyObject({ optional: true, nullable: true, about: conditionAbout })
  condition?: object | null;
}

/** What members write. Absent fields are left as they are; in a new draft they are empty. */
export class DraftDto {
  @Text({ optional: true, min: 0, max: 200, about: 'Liquid; one line' })
  subject?: string;

  @Text({ optional: true, min: 0, max: 300, about: 'Shown beside the subject in inboxes; Liquid' })
  preheader?: string;

  @Text({ optional: true, min: 0, max: 200_000, multiline: true, about: 'Plain-text body; Liquid' })
  text?: string;

  @Text({
    optional: true,
    nullable: true,
    max: 1_500_000,
    multiline: true,
    about: 'HTML body; Liquid; null for none',
  })
  html?: string | null;

  @Choice(draftFormats, {
    optional: true,
    about: 'In what the HTML body is written; follows from what is given when absent',
  })
  format?: DraftFormat;

  @Text({
    optional: true,
    nullable: true,
    max: 500_000,
    multiline: true,
    about: 'MJML source; compiled into html',
  })
  mjml?: string | null;

  @AnyObject({
    optional: true,
    nullable: true,
    about:
      'Document of the visual editor (ProseMirror JSON); html is made of it, and text until somebody writes one',
  })
  blocks?: object | null;

  @Choice(draftCategories, {
    optional: true,
    about: 'Mails about elections wait for a review by the provider',
  })
  category?: DraftCategory;

  @Uuids({ optional: true, max: 50 })
  newsletterIds?: string[];

  @Uuid({ optional: true, nullable: true })
  segmentId?: string | null;

  @AnyObject({ optional: true, nullable: true, about: conditionAbout })
  condition?: object | null;

  @Flag({
    optional: true,
    about: 'True when the bodies show the display items of the mail act themselves',
  })
  ownFooter?: boolean;

  @Flag({ optional: true, about: 'Whether opens and clicks are counted' })
  tracking?: boolean;
}

export class ScheduleDto {
  @Instant({ about: 'When to send; an instant with its offset', example: '2026-04-01T09:00+09:00' })
  at!: string;
}

export class CheckQuery {
  @Instant({ optional: true, about: 'When it is to leave; as if now when absent' })
  at?: string;
}

export class PreviewDto {
  @Whole({
    optional: true,
    max: 9,
    about: 'Number of a reader from preview-readers; a made-up one when absent',
  })
  reader?: number;
}

export class CampaignsQuery extends ListQuery {
  @Choice(campaignStatuses, { optional: true })
  status?: CampaignStatus;
}

/** The fields that were given. */
export const givenFields = (dto: DraftDto): Partial<Draft> =>
  Object.fromEntries(Object.entries(dto).filter(([, value]) => value !== undefined));
