export { SubscribersHttpModule } from './subscribers.http.module.js';

/** Folder of the page templates. */
export const subscribersPages = `${import.meta.dirname}/http/pages`;
