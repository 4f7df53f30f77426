import { leakLifted, leakReported } from '#lib/accounts';
import { contractEnded, contractResumed, contractSuspended } from '#lib/contracts';
import { heldMailingDecided, mailingBlocked, mailingFinished, mailingHeld } from '#lib/delivery';
import { every, handle, when } from '#platform/queue';
import type { LibraryJobs } from '#platform/queue';
import { launchCampaignJob } from './jobs/launch-campaign.job.js';
import { tellOfReviewJob } from './jobs/tell-of-review.job.js';
import { AskForLaunches } from './use-cases/ask-for-launches.js';
import { CancelForEnd } from './use-cases/cancel-for-end.js';
import { FinishCampaign } from './use-cases/finish-campaign.js';
import { LaunchCampaign } from './use-cases/launch-campaign.js';
import { PauseBlocked } from './use-cases/pause-blocked.js';
import { PauseForSuspension } from './use-cases/pause-for-suspension.js';
import { PauseHeld } from './use-cases/pause-held.js';
import { ReleaseHeldCampaigns } from './use-cases/release-held-campaigns.js';
import { SettleHeld } from './use-cases/settle-held.js';
import { TellOfReview } from './use-cases/tell-of-review.js';

export const campaignsJobs: LibraryJobs = {
  purpose: 'NEWSLETTER_DELIVERY',
  jobs: [handle(launchCampaignJob, LaunchCampaign), handle(tellOfReviewJob, TellOfReview)],
  facts: [
    when(contractSuspended, PauseForSuspension),
    when(contractResumed, ReleaseHeldCampaigns),
    when(contractEnded, CancelForEnd),
    when(leakReported, PauseForSuspension),
    when(leakLifted, ReleaseHeldCampaigns),
    when(mailingFinished, FinishCampaign),
    when(mailingBlocked, PauseBlocked),
    when(mailingHeld, PauseHeld),
    when(heldMailingDecided, SettleHeld),
  ],
  sweeps: [every(15, AskForLaunches)],
};
