export { migrateQueue } from './backend.js';
export { isQueueReachable } from './is-queue-reachable.js';
export { fact, job } from './job-type.js';
export type { JobData } from './job-type.js';
export { every, handle, when } from './library-jobs.js';
export type { LibraryJobs } from './library-jobs.js';
export { Outbox } from './outbox.js';
export { QueueModule } from './queue.module.js';
export { Drain } from './drain.js';
