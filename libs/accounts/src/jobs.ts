import { every } from '#platform/queue';
import type { LibraryJobs } from '#platform/queue';
import { ForgetExpired } from './use-cases/forget-expired.js';

export const accountsJobs: LibraryJobs = { sweeps: [every(600, ForgetExpired)] };
