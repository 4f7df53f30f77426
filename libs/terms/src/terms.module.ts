import { AccountsModule } from '#lib/accounts';
import { ContractsModule } from '#lib/contracts';
import { NoticesModule } from '#lib/notices';
import { retentionPart } from '#platform/retention';
import { Module } from '@nestjs/common';
import { AcceptancesStore } from './store/acceptances.store.js';
import { DocumentsStore } from './store/documents.store.js';
import { VersionsStore } from './store/versions.store.js';
import { AcceptTerms } from './use-cases/accept-terms.js';
import { AcceptedByUse } from './use-cases/accepted-by-use.js';
import { AnnouncePublication } from './use-cases/announce-publication.js';
import { AnnounceToTenant } from './use-cases/announce-to-tenant.js';
import { BeginRevision } from './use-cases/begin-revision.js';
import { CompareVersions } from './use-cases/compare-versions.js';
import { DraftDocument } from './use-cases/draft-document.js';
import { MoveVersion } from './use-cases/move-version.js';
import { PublishVersion } from './use-cases/publish-version.js';
import { ReadTerms } from './use-cases/read-terms.js';
import { ReviewVersion } from './use-cases/review-version.js';
import { WriteDraft } from './use-cases/write-draft.js';
import { termsRetention } from './store/retention.js';

const useCases = [
  AcceptTerms,
  AcceptedByUse,
  AnnouncePublication,
  AnnounceToTenant,
  BeginRevision,
  CompareVersions,
  DraftDocument,
  PublishVersion,
  ReadTerms,
  ReviewVersion,
  WriteDraft,
];

/** Terms and policies in their versions. */
@Module({
  imports: [AccountsModule, ContractsModule, NoticesModule],
  providers: [
    retentionPart('terms', termsRetention),
    AcceptancesStore,
    DocumentsStore,
    VersionsStore,
    MoveVersion,
    ...useCases,
  ],
  exports: useCases,
})
export class TermsModule {}
