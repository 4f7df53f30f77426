import { bankAccountChanging, contractEnded } from '#lib/contracts';
import { noticeArrived, noticeBounced } from '#lib/notices';
import { every, handle, when } from '#platform/queue';
import type { LibraryJobs } from '#platform/queue';
import { debitAnswered } from './jobs/debit-answered.job.js';
import { AccelerateDebts } from './use-cases/accelerate-debts.js';
import { NoteDunningArrival } from './use-cases/note-dunning-arrival.js';
import { ReleasePrepaid } from './use-cases/release-prepaid.js';
import { RenewMandate } from './use-cases/renew-mandate.js';
import { RepeatDunningByLetter } from './use-cases/repeat-dunning-by-letter.js';
import { TakeDunningSteps } from './use-cases/take-dunning-steps.js';

/** What runs by itself about payments; the library's other jobs are in `jobs.ts`. */
export const paymentJobs = {
  purpose: 'STATEMENTS_AND_INVOICES',
  jobs: [handle(debitAnswered, ReleasePrepaid)],
  facts: [
    when(contractEnded, AccelerateDebts),
    when(bankAccountChanging, RenewMandate),
    when(noticeArrived, NoteDunningArrival),
    when(noticeBounced, RepeatDunningByLetter),
  ],
  sweeps: [every(3600, TakeDunningSteps)],
} as const satisfies LibraryJobs;
