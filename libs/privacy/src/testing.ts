import { billingParts } from '#lib/billing/testing';
import { bouncesParts } from '#lib/bounces/testing';
import { subscribersParts } from '#lib/subscribers/testing';
import { supportParts } from '#lib/support/testing';
import { PrivacyHttpModule, privacyPages } from './http.js';
import { privacyJobs } from './jobs.js';
import { PrivacyModule } from './privacy.module.js';

const below = [subscribersParts, bouncesParts, billingParts, supportParts];
const once = <T>(lists: readonly (readonly T[])[]): T[] => [...new Set(lists.flat())];

/** What `startApp` needs for privacy and everything below; spread it and add your own. */
export const privacyParts: typeof subscribersParts = {
  modules: [...once(below.map(({ modules }) => modules)), PrivacyModule, PrivacyHttpModule],
  jobs: [...once(below.map(({ jobs }) => jobs)), privacyJobs],
  pages: [...once(below.map(({ pages }) => pages)), privacyPages],
};
