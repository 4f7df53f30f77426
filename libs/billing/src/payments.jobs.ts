import { handle } from '#platform/queue';
import type { LibraryJobs } from '#platform/queue';
import { debitAnswered } from './jobs/debit-answered.job.js';
import { ReleasePrepaid } from './use-cases/release-prepaid.js';

/** What runs by itself about payments; the library's other jobs are in `jobs.ts`. */
export const paymentJobs = {
  jobs: [handle(debitAnswered, ReleasePrepaid)],
} as const satisfies LibraryJobs;
