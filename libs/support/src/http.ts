export { SupportHttpModule } from './support.http.module.js';

/** Folder of the page templates. */
export const supportPages = `${import.meta.dirname}/http/pages`;
