import { fact } from '#platform/queue';

/** An operator decided a case. `detector` and `campaignId` are null where there were none. */
export const caseDecided = fact<{
  tenantId: string;
  caseId: string;
  campaignId: string | null;
  detector: string | null;
  outcome: string;
}>('support.case-decided');
