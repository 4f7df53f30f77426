import { handle, when } from '#platform/queue';
import type { LibraryJobs } from '#platform/queue';
import { announceTermsJob } from './jobs/announce-terms.job.js';
import { termsPublished } from './terms.facts.js';
import { AnnouncePublication } from './use-cases/announce-publication.js';
import { AnnounceToTenant } from './use-cases/announce-to-tenant.js';

export const termsJobs: LibraryJobs = {
  purpose: 'CONTRACT',
  jobs: [handle(announceTermsJob, AnnounceToTenant)],
  facts: [when(termsPublished, AnnouncePublication)],
};
