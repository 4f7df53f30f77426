import { every, handle } from '#platform/queue';
import type { LibraryJobs } from '#platform/queue';
import { checkSendingDomainJob } from './jobs/check-sending-domain.job.js';
import { freezeAudienceJob } from './jobs/freeze-audience.job.js';
import { sendBatchJob, sendLargeBatchJob } from './jobs/send-batch.job.js';
import { AskDomainChecks } from './use-cases/ask-domain-checks.js';
import { CountDomains } from './use-cases/count-domains.js';
import { FreezeAudience } from './use-cases/freeze-audience.js';
import { ForgetOldFigures } from './use-cases/forget-old-figures.js';
import { RecheckSendingDomain } from './use-cases/recheck-sending-domain.js';
import { RetireDkimKeys } from './use-cases/retire-dkim-keys.js';
import { SendBatch } from './use-cases/send-batch.js';
import { WakeLanes } from './use-cases/wake-lanes.js';

export const deliveryJobs: LibraryJobs = {
  purpose: 'NEWSLETTER_DELIVERY',
  jobs: [
    handle(sendBatchJob, SendBatch),
    handle(sendLargeBatchJob, SendBatch),
    handle(freezeAudienceJob, FreezeAudience),
    handle(checkSendingDomainJob, RecheckSendingDomain),
  ],
  sweeps: [
    every(3, WakeLanes),
    every(10, CountDomains),
    every(3600, RetireDkimKeys),
    every(3600, ForgetOldFigures),
    every(3600, AskDomainChecks),
  ],
};
