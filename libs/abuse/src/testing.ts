import { bouncesParts } from '#lib/bounces/testing';
import { campaignsParts } from '#lib/campaigns/testing';
import { supportParts } from '#lib/support/testing';
import { AbuseModule } from './abuse.module.js';
import { AbuseHttpModule } from './http.js';
import { abuseJobs } from './jobs.js';

const below = [campaignsParts, bouncesParts, supportParts];
const once = <T>(lists: readonly (readonly T[])[]): T[] => [...new Set(lists.flat())];

/** What `startApp` needs for abuse and everything below; spread it and add your own. */
export const abuseParts: typeof campaignsParts = {
  modules: [...once(below.map(({ modules }) => modules)), AbuseModule, AbuseHttpModule],
  jobs: [...once(below.map(({ jobs }) => jobs)), abuseJobs],
  pages: once(below.map(({ pages }) => pages)),
};
