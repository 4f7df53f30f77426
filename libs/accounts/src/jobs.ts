import { every } from '#platform/queue';
import type { LibraryJobs } from '#platform/queue';
import { ForgetExpired } from './use-cases/forget-expired.js';
import { SealAuditTrail } from './use-cases/seal-audit-trail.js';

export const accountsJobs: LibraryJobs = {
  purpose: 'SECURITY',
  sweeps: [every(10, SealAuditTrail), every(600, ForgetExpired)],
};
