import type { Campaign, CampaignLine, CampaignState, Draft } from '../domain/campaign.js';
import type { CampaignRow } from './campaign.row.js';

/** Reads a row; the table's constraints promise that each state has what belongs to it. */
export const campaignOf = (row: CampaignRow): Campaign => ({
  id: row.id,
  version: row.version,
  draft: {
    subject: row.subject,
    preheader: row.preheader,
    text: row.text,
    html: row.html,
    format: row.format,
    mjml: row.mjml,
    blocks: row.blocks,
    category: row.category,
    newsletterIds: row.newsletterIds,
    segmentId: row.segmentId,
    condition: row.condition,
    ownFooter: row.ownFooter,
    tracking: row.tracking,
  },
  state: stateOf(row),
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
});

/** What a line of a list shows: bodies are long, and nobody reads them there. */
export const lineColumns = [
  'id',
  'version',
  'status',
  'subject',
  'newsletterIds',
  'contentVersion',
  'scheduledAt',
  'launchedAt',
  'receipt',
  'createdAt',
  'updatedAt',
] as const satisfies readonly (keyof CampaignRow)[];

type LineRow = Pick<CampaignRow, (typeof lineColumns)[number]>;

export const campaignLineOf = (row: LineRow): CampaignLine => ({
  id: row.id,
  version: row.version,
  draft: { subject: row.subject, newsletterIds: row.newsletterIds },
  state: stateOf(row),
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
});

const stateOf = (row: LineRow): CampaignState => {
  const { status, receipt } = row;
  if (status === 'draft') return { status };
  const plan = {
    scheduledAt: present(row.scheduledAt),
    contentVersion: present(row.contentVersion),
  };
  switch (status) {
    case 'scheduled':
    case 'held':
    case 'cancelled':
    case 'missed':
      return { status, ...plan };
    case 'sending':
    case 'paused':
    case 'sent':
      return { status, ...plan, launchedAt: present(row.launchedAt) };
    case 'aborted':
      return { status, ...plan, launchedAt: present(row.launchedAt), receipt: present(receipt) };
  }
};

const present = <T>(value: T | null): T => {
  if (value === null) throw new Error('A campaign row lacks what its state needs');
  return value;
};

/** The columns of a state; what the state has not, is null. */
export const stateColumns = (
  state: CampaignState,
): Pick<CampaignRow, 'status' | 'scheduledAt' | 'contentVersion' | 'launchedAt' | 'receipt'> => ({
  status: state.status,
  scheduledAt: 'scheduledAt' in state ? state.scheduledAt : null,
  contentVersion: 'contentVersion' in state ? state.contentVersion : null,
  launchedAt: 'launchedAt' in state ? state.launchedAt : null,
  receipt: 'receipt' in state ? state.receipt : null,
});

export const draftColumns = (draft: Draft): DraftColumns => ({
  ...draft,
  newsletterIds: [...draft.newsletterIds],
});

type DraftColumns = Pick<CampaignRow, Exclude<keyof Draft, never>>;
