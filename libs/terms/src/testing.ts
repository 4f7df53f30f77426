import { contractsParts } from '#lib/contracts/testing';
import { TermsHttpModule, termsPages } from './http.js';
import { termsJobs } from './jobs.js';
import { TermsModule } from './terms.module.js';

/** What `startApp` needs for terms and everything below; spread it and add your own. */
export const termsParts: typeof contractsParts = {
  modules: [...contractsParts.modules, TermsModule, TermsHttpModule],
  jobs: [...contractsParts.jobs, termsJobs],
  pages: [...contractsParts.pages, termsPages],
};
