export { PrivacyHttpModule } from './privacy.http.module.js';

/** Folder of the page templates. */
export const privacyPages = `${import.meta.dirname}/http/pages`;
