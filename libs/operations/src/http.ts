export type { HomeLink } from './home-links.js';
export { HomeLinks } from './home-links.js';
export { OperationsHttpModule } from './operations.http.module.js';

/** Folder of the page templates. */
export const operationsPages = `${import.meta.dirname}/http/pages`;
