import { every, handle } from '#platform/queue';
import type { LibraryJobs } from '#platform/queue';
import { sendNotice } from './jobs/send-notice.job.js';
import { ForgetUnsentTexts } from './use-cases/forget-unsent-texts.js';
import { SendNotice } from './use-cases/send-notice.js';

export const noticesJobs: LibraryJobs = {
  purpose: 'CONTRACT',
  jobs: [handle(sendNotice, SendNotice)],
  sweeps: [every(3600, ForgetUnsentTexts)],
};
