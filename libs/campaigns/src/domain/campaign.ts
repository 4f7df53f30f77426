import type { DraftCategory, DraftFormat } from './draft-kinds.js';

export const campaignStatuses = [
  'draft',
  'scheduled',
  'held',
  'sending',
  'paused',
  'aborted',
  'sent',
  'cancelled',
  'missed',
] as const;

export type CampaignStatus = (typeof campaignStatuses)[number];

/** What the members write, and to whom it goes. Only drafts may change. */
export interface Draft {
  /** Liquid sources, as all texts here. */
  readonly subject: string;
  readonly preheader: string;
  readonly text: string;
  readonly html: string | null;
  /** In what `html` is written. The sources of `mjml` and `blocks` are compiled into it. */
  readonly format: DraftFormat;
  readonly mjml: string | null;
  /** The document of a visual editor, kept as it is. */
  readonly blocks: object | null;
  /** What needs an operator's review. @clause W12A-7 */
  readonly category: DraftCategory;
  readonly newsletterIds: readonly string[];
  /** At most one of segment and condition narrows the newsletters' readers. Subscribers know what a condition is. */
  readonly segmentId: string | null;
  readonly condition: object | null;
  /** True when the bodies carry the display items of the mail act themselves. */
  readonly ownFooter: boolean;
  /** Whether opens and clicks are counted. */
  readonly tracking: boolean;
}

/** When it is to leave, and which frozen content. */
export interface Plan {
  readonly scheduledAt: Date;
  readonly contentVersion: number;
}

/** How many mails had left, were on their way, and will never leave, at the instant of the stop. */
export interface StopReceipt {
  readonly left: number;
  readonly inFlight: number;
  readonly cancelled: number;
}

/** Campaigns that mails of have left, or may have. */
interface Launched extends Plan {
  readonly launchedAt: Date;
}

export type CampaignState =
  | { readonly status: 'draft' }
  | (Plan & { readonly status: 'scheduled' | 'held' | 'cancelled' | 'missed' })
  | (Launched & { readonly status: 'sending' | 'paused' | 'sent' })
  | (Launched & { readonly status: 'aborted'; readonly receipt: StopReceipt });

export interface Campaign {
  readonly id: string;
  /** Counts every change; the ETag. */
  readonly version: number;
  readonly draft: Draft;
  readonly state: CampaignState;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What a list shows of a campaign. */
export interface CampaignLine extends Omit<Campaign, 'draft'> {
  readonly draft: Pick<Draft, 'subject' | 'newsletterIds'>;
}

/** Nothing had left: the receipt of a campaign that was stopped before its launch. */
export const nothingLeft: StopReceipt = { left: 0, inFlight: 0, cancelled: 0 };

export const receiptOf = (state: CampaignState): StopReceipt =>
  state.status === 'aborted' ? state.receipt : nothingLeft;
