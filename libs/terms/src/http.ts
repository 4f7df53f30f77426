export { TermsHttpModule } from './terms.http.module.js';

/** Folder of the page templates. */
export const termsPages = `${import.meta.dirname}/http/pages`;
