import { every, handle } from '#platform/queue';
import type { LibraryJobs } from '#platform/queue';
import { sortMail } from './jobs/sort-mail.job.js';
import { AskOverdueMessages } from './use-cases/ask-overdue-messages.js';
import { SortMail } from './use-cases/sort-mail.js';

export const inboundJobs: LibraryJobs = {
  purpose: 'NEWSLETTER_DELIVERY',
  jobs: [handle(sortMail, SortMail)],
  sweeps: [every(20, AskOverdueMessages)],
};
