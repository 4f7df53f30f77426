import { campaignLaunched } from '#lib/campaigns';
import { caseDecided } from '#lib/support';
import { every, when } from '#platform/queue';
import type { LibraryJobs } from '#platform/queue';
import { LookAtLinks } from './use-cases/look-at-links.js';
import { LookForAbuse } from './use-cases/look-for-abuse.js';
import { SettleCase } from './use-cases/settle-case.js';

export const abuseJobs: LibraryJobs = {
  purpose: 'SECURITY',
  facts: [when(caseDecided, SettleCase), when(campaignLaunched, LookAtLinks)],
  sweeps: [every(600, LookForAbuse)],
};
