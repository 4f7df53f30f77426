import { every } from '#platform/queue';
import type { LibraryJobs } from '#platform/queue';
import { ForgetCalls } from './use-cases/forget-calls.js';
import { ScanLetters } from './use-cases/scan-letters.js';
import { WarnOfInquiries } from './use-cases/warn-of-inquiries.js';

export const supportJobs: LibraryJobs = {
  purpose: 'OPERATOR_INQUIRY',
  sweeps: [every(3_600, ForgetCalls), every(300, WarnOfInquiries), every(60, ScanLetters)],
};
