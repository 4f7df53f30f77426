import { every, handle } from '#platform/queue';
import type { LibraryJobs } from '#platform/queue';
import { processInbound } from './jobs/process-inbound.job.js';
import { AskOverdueMessages } from './use-cases/ask-overdue-messages.js';
import { ProcessMessage } from './use-cases/process-message.js';

export const inboundJobs: LibraryJobs = {
  jobs: [handle(processInbound, ProcessMessage)],
  sweeps: [every(60, AskOverdueMessages)],
};
