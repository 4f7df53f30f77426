import { every, handle } from '#platform/queue';
import type { LibraryJobs } from '#platform/queue';
import { sendBatchJob } from './jobs/send-batch.job.js';
import { RetireDkimKeys } from './use-cases/retire-dkim-keys.js';
import { SendBatch } from './use-cases/send-batch.js';
import { WakeLanes } from './use-cases/wake-lanes.js';

export const deliveryJobs: LibraryJobs = {
  jobs: [handle(sendBatchJob, SendBatch)],
  sweeps: [every(10, WakeLanes), every(3600, RetireDkimKeys)],
};
