import { Choice, Flag, Instant, Nested, NestedList, Text, Whole } from '#platform/http';
import { htmlOf } from '../documents/markdown.js';
import { wordingOf } from '../domain/full-text.js';
import { documentKinds } from '../domain/terms-document.js';
import { impacts, termsStates } from '../domain/terms-version.js';
import type { RevisionRow } from '../domain/revision-table.js';
import type { AcceptedTerms } from '../use-cases/accept-terms.js';
import type { DocumentInVersions } from '../use-cases/read-terms.js';
import { TitleDto, longestText } from './terms.dto.js';

export class VersionView {
  @Whole({ about: '第N版' }) number!: number;
  @Choice(termsStates) state!: string;
  @Whole({ about: 'Counts edits; the ETag' }) version!: number;
  @Text({ max: 2_000, min: 0, multiline: true }) summary!: string;
  @Choice(impacts) impact!: string;
  @Flag() isMaterial!: boolean;
  @Text({ nullable: true, about: 'Day of the revision in Japan' }) revisedOn!: string | null;
  @Text({ nullable: true, about: 'Day from whose 00:00 it binds' }) effectiveOn!: string | null;
  @Instant({ nullable: true }) publishedAt!: string | null;
  @Instant({ nullable: true }) inForceFrom!: string | null;
  @Text({ nullable: true, about: 'SHA-256 of the text in review, or as published' }) hash!:
    string | null;
}

export class VersionTextView extends VersionView {
  @Text({ min: 0, max: longestText, multiline: true }) body!: string;
  @Text({ nullable: true, max: 5_000, multiline: true }) supplement!: string | null;
  @Text({ nullable: true, max: longestText, multiline: true, about: 'As published' })
  fullText!: string | null;
  @Text({
    multiline: true,
    about: 'HTML of the text with its supplementary provisions, as published or as it would be',
  })
  html!: string;
}

export class DocumentView {
  @Text() slug!: string;
  @Choice(documentKinds) kind!: string;
  @Nested(() => TitleDto) title!: TitleDto;
  @Whole({ nullable: true, about: 'The version that binds now' }) inForce!: number | null;
  @Whole({ nullable: true, about: 'The version that will bind next' }) upcoming!: number | null;
  @NestedList(() => VersionView, { about: 'Newest first' }) versions!: VersionView[];
}

export class DocumentsView {
  @NestedList(() => DocumentView) items!: DocumentView[];
}

export class TextRunView {
  @Text() text!: string;
  @Flag({ about: 'Underlined in the table' }) isChanged!: boolean;
}

export class LineView {
  @NestedList(() => TextRunView) runs!: TextRunView[];
}

export class ComparisonRowView {
  @NestedList(() => LineView) new!: LineView[];
  @NestedList(() => LineView) old!: LineView[];
  @Choice(['changed', 'new', 'deleted', 'omitted']) remark!: string;
}

export class ComparisonView {
  @NestedList(() => ComparisonRowView) rows!: ComparisonRowView[];
}

export class AcceptanceView {
  @Text() slug!: string;
  @Nested(() => TitleDto) title!: TitleDto;
  @Whole() number!: number;
  @Choice(['explicit', 'deemed']) how!: string;
  @Text({ about: 'Who accepted' }) memberId!: string;
  @Instant() at!: string;
  @Text({ about: 'SHA-256 of the text that was accepted' }) hash!: string;
}

export class AcceptancesView {
  @NestedList(() => AcceptanceView) items!: AcceptanceView[];
}

type Version = DocumentInVersions['versions'][number];

const versionView = (v: Version): VersionView => ({
  number: v.number,
  state: v.stateNow,
  version: v.version,
  summary: v.summary,
  impact: v.impact,
  isMaterial: v.isMaterial,
  revisedOn: v.revisedOn?.toString() ?? null,
  effectiveOn: v.effectiveOn?.toString() ?? null,
  publishedAt: v.publishedAt?.toISOString() ?? null,
  inForceFrom: v.inForceFrom?.toISOString() ?? null,
  hash: v.hash,
});

export const versionTextView = (
  v: Version,
  { document, versions }: DocumentInVersions,
): VersionTextView =>
  Object.assign(versionView(v), {
    body: v.body,
    supplement: v.supplement,
    fullText: v.fullText,
    html: htmlOf(wordingOf(v, versions, document.noun)),
  });

/** @param shown which versions the reader may know of */
export const documentView = (
  { document, versions, inForce, upcoming }: DocumentInVersions,
  shown: (v: Version) => boolean,
): DocumentView => ({
  slug: document.slug,
  kind: document.kind,
  title: { ...document.title },
  inForce: inForce?.number ?? null,
  upcoming: upcoming?.number ?? null,
  versions: versions.filter(shown).map(versionView),
});

export const comparisonView = (rows: readonly RevisionRow[]): ComparisonView => {
  const lines = (cell: RevisionRow['new']): LineView[] =>
    cell.map((runs) => ({ runs: runs.map((run) => ({ ...run })) }));
  return {
    rows: rows.map((row) => ({ new: lines(row.new), old: lines(row.old), remark: row.remark })),
  };
};

export const acceptancesView = (all: readonly AcceptedTerms[]): AcceptancesView => ({
  items: all.map(({ document, number, how, memberId, at, hash }) => ({
    slug: document.slug,
    title: { ...document.title },
    number,
    how,
    memberId,
    at: at.toISOString(),
    hash,
  })),
});
