import { Injectable } from '@nestjs/common';
import { wordingOf } from '../domain/full-text.js';
import { kanjiNumber } from '../domain/kanji-number.js';
import { revisionTable } from '../domain/revision-table.js';
import type { NamedText, RevisionRow } from '../domain/revision-table.js';
import type { TermsDocument } from '../domain/terms-document.js';
import type { VersionRecord } from '../domain/version-record.js';
import { termsErrors } from '../terms.errors.js';
import { ReadTerms } from './read-terms.js';

export interface Comparison {
  readonly document: TermsDocument;
  readonly version: VersionRecord;
  readonly rows: readonly RevisionRow[];
}

/** The comparison table of a version with the one before it. @clause D1 */
@Injectable()
export class CompareVersions {
  constructor(private readonly terms: ReadTerms) {}

  /**
   * Also of a version that is still being written.
   * @throws BusinessError terms.no-document, terms.no-version: also for the first version, which follows none
   */
  async execute(slug: string, number: number): Promise<Comparison> {
    const { document, versions } = await this.terms.one(slug);
    const version = versions.find((v) => v.number === number);
    const before = versions.find((v) => v.number === number - 1);
    if (!version || !before) throw termsErrors.noVersion();
    const named = (v: VersionRecord): NamedText => namedText(document, v, versions);
    return { document, version, rows: revisionTable(named(before), named(version)) };
  }
}

const namedText = (
  { title, noun }: TermsDocument,
  v: VersionRecord,
  versions: readonly VersionRecord[],
): NamedText => {
  const day = v.revisedOn;
  const date = day ? `${day.year}年${day.month}月${day.day}日` : '公開前';
  return {
    title: title.ja,
    edition: `${date} 第${kanjiNumber(v.number)}版`,
    markdown: wordingOf(v, versions, noun),
  };
};
