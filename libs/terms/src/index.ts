export { termsPublished } from './terms.facts.js';
export { TermsModule } from './terms.module.js';
export { AcceptTerms } from './use-cases/accept-terms.js';
export { DraftDocument } from './use-cases/draft-document.js';
export { PublishVersion } from './use-cases/publish-version.js';
export { ReviewVersion } from './use-cases/review-version.js';
export { ReadTerms } from './use-cases/read-terms.js';
