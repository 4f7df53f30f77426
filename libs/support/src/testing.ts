import { contractsParts } from '#lib/contracts/testing';
import { SupportHttpModule, supportPages } from './http.js';
import { supportJobs } from './jobs.js';
import { SupportModule } from './support.module.js';

/** What `startApp` needs for support and everything below; spread it and add your own. */
export const supportParts: typeof contractsParts = {
  modules: [...contractsParts.modules, SupportModule, SupportHttpModule],
  jobs: [...contractsParts.jobs, supportJobs],
  pages: [...contractsParts.pages, supportPages],
};
