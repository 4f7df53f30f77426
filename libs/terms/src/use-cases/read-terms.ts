import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { inForceAt, stateAt } from '../domain/terms-version.js';
import type { TermsState } from '../domain/terms-version.js';
import type { TermsDocument } from '../domain/terms-document.js';
import { isPublished } from '../domain/version-record.js';
import type { PublishedVersion, VersionRecord } from '../domain/version-record.js';
import { DocumentsStore } from '../store/documents.store.js';
import { VersionsStore } from '../store/versions.store.js';
import { termsErrors } from '../terms.errors.js';

export interface DocumentInVersions {
  readonly document: TermsDocument;
  /** Newest first, each in its state as of now. */
  readonly versions: readonly (VersionRecord & { readonly stateNow: TermsState })[];
  /** The one that binds now. */
  readonly inForce: PublishedVersion | null;
  /** Public, and binding from a later instant. */
  readonly upcoming: PublishedVersion | null;
}

/** Reads documents and their versions. */
@Injectable()
export class ReadTerms {
  constructor(
    private readonly database: Database,
    private readonly documents: DocumentsStore,
    private readonly versions: VersionsStore,
    private readonly clock: Clock,
  ) {}

  all(): Promise<DocumentInVersions[]> {
    return this.database.asSystem(async (tx) => {
      const read: DocumentInVersions[] = [];
      for (const document of await this.documents.all(tx))
        read.push(inVersions(document, await this.versions.of(tx, document.id), this.clock.now()));
      return read;
    });
  }

  /** @throws BusinessError terms.no-document */
  one(slug: string): Promise<DocumentInVersions> {
    return this.database.asSystem(async (tx) => {
      const document = await this.documents.bySlug(tx, slug);
      return inVersions(document, await this.versions.of(tx, document.id), this.clock.now());
    });
  }

  /** The version that bound at an instant; undefined before the first. @throws BusinessError terms.no-document */
  async boundAt(slug: string, at: Date): Promise<PublishedVersion | undefined> {
    const { versions } = await this.one(slug);
    return inForceAt(versions.filter(isPublished), at);
  }

  /** @throws BusinessError terms.no-document, terms.no-version */
  async published(
    slug: string,
    number: number,
  ): Promise<{ readonly document: TermsDocument; readonly version: PublishedVersion }> {
    const { document, versions } = await this.one(slug);
    const version = versions.find((v) => v.number === number);
    if (!version || !isPublished(version)) throw termsErrors.noVersion();
    return { document, version };
  }
}

const inVersions = (
  document: TermsDocument,
  versions: readonly VersionRecord[],
  now: Date,
): DocumentInVersions => {
  const published = versions.filter(isPublished);
  return {
    document,
    versions: versions.map((v) => ({ ...v, stateNow: stateAt(v, published, now) })),
    inForce: inForceAt(published, now) ?? null,
    upcoming: published.find(({ inForceFrom }) => inForceFrom > now) ?? null,
  };
};
