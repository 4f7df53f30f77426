import type { PlainDate } from '#lib/kernel';
import type { Impact, StoredState } from './terms-version.js';

/** A version as its writers left it. */
export interface VersionRecord {
  readonly documentId: string;
  /** 第N版. */
  readonly number: number;
  readonly state: StoredState;
  /** Counts edits, for the ETag. */
  readonly version: number;
  /** The provisions in Markdown, without the supplementary ones. */
  readonly body: string;
  /** Further supplementary provisions of this revision, in Markdown. */
  readonly supplement: string | null;
  /** What changes and why, for those who are told. */
  readonly summary: string;
  readonly impact: Impact;
  /** Whether people are told by a banner. */
  readonly isMaterial: boolean;
  readonly revisedOn: PlainDate | null;
  readonly effectiveOn: PlainDate | null;
  readonly submittedBy: string | null;
  readonly approvedBy: string | null;
  readonly publishedAt: Date | null;
  readonly inForceFrom: Date | null;
  /** The text as published, with all supplementary provisions, and its SHA-256 in hex. */
  readonly fullText: string | null;
  /** Of the body while in review; of the whole text once published. */
  readonly hash: string | null;
}

export interface PublishedVersion extends VersionRecord {
  readonly state: 'published';
  readonly revisedOn: PlainDate;
  readonly effectiveOn: PlainDate;
  readonly publishedAt: Date;
  readonly inForceFrom: Date;
  readonly fullText: string;
  readonly hash: string;
}

export const isPublished = <V extends VersionRecord>(version: V): version is V & PublishedVersion =>
  version.state === 'published';

export type DraftText = Pick<
  VersionRecord,
  'body' | 'supplement' | 'summary' | 'impact' | 'isMaterial'
>;
