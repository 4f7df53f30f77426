export { AccountsHttpModule } from './accounts.http.module.js';

/** Folder of the page templates. */
export const accountsPages = `${import.meta.dirname}/http/pages`;
