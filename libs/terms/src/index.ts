export { termsPublished } from './terms.facts.js';
export { TermsModule } from './terms.module.js';
export { AcceptTerms } from './use-cases/accept-terms.js';
export { ReadTerms } from './use-cases/read-terms.js';
