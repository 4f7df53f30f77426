import { retentionPart } from '#platform/retention';
import { CertificatesStore } from './store/certificates.store.js';
import { ConsentTermsStore } from './store/consent-terms.store.js';
import { ErasureLogStore } from './store/erasure-log.store.js';
import { HoldsStore } from './store/holds.store.js';
import { privacyRetention } from './store/retention.js';
import { AskForErasure } from './use-cases/ask-for-erasure.js';
import { CertifyErasures } from './use-cases/certify-erasures.js';
import { ConsentProofs } from './use-cases/consent-proofs.js';
import { EraseInBatches } from './use-cases/erase-in-batches.js';
import { EraseReader } from './use-cases/erase-reader.js';
import { EraseTenant } from './use-cases/erase-tenant.js';
import { EraseWhatIsDue } from './use-cases/erase-what-is-due.js';
import { KeepHolds } from './use-cases/keep-holds.js';
import { ReadCertificates } from './use-cases/read-certificates.js';
import { ReadErasures } from './use-cases/read-erasures.js';
import { SettleConsents } from './use-cases/settle-consents.js';
import { WatchErasure } from './use-cases/watch-erasure.js';

/** What carries retention and erasure out. */
export const retentionSteps = [
  retentionPart('privacy', privacyRetention),
  CertificatesStore,
  ConsentTermsStore,
  ErasureLogStore,
  HoldsStore,
  CertifyErasures,
  EraseInBatches,
  EraseReader,
  EraseTenant,
  SettleConsents,
];

export const retentionUseCases = [
  AskForErasure,
  ConsentProofs,
  EraseWhatIsDue,
  KeepHolds,
  ReadCertificates,
  ReadErasures,
  WatchErasure,
];
