import { subscribersParts } from '#lib/subscribers/testing';
import { supportParts } from '#lib/support/testing';
import { PrivacyHttpModule, privacyPages } from './http.js';
import { privacyJobs } from './jobs.js';
import { PrivacyModule } from './privacy.module.js';

/** What `startApp` needs for privacy and everything below; spread it and add your own. */
export const privacyParts: typeof subscribersParts = {
  modules: [
    ...new Set([...subscribersParts.modules, ...supportParts.modules]),
    PrivacyModule,
    PrivacyHttpModule,
  ],
  jobs: [...new Set([...subscribersParts.jobs, ...supportParts.jobs]), privacyJobs],
  pages: [...new Set([...subscribersParts.pages, ...supportParts.pages]), privacyPages],
};
