import { campaignLaunched } from '#lib/campaigns';
import { contractResumed, contractSuspended } from '#lib/contracts';
import { mailingFinished, mailingHeld } from '#lib/delivery';
import { subscriberJoined, subscriberLeft, subscriberRemoved } from '#lib/subscribers';
import { every, handle, when } from '#platform/queue';
import type { LibraryJobs } from '#platform/queue';
import { sendMessageJob } from './jobs/send-message.job.js';
import { TellCampaignFinished } from './use-cases/events/tell-campaign-finished.js';
import { TellCampaignHeld } from './use-cases/events/tell-campaign-held.js';
import { TellCampaignLaunched } from './use-cases/events/tell-campaign-launched.js';
import { TellContractResumed } from './use-cases/events/tell-contract-resumed.js';
import { TellContractSuspended } from './use-cases/events/tell-contract-suspended.js';
import { TellSubscriberJoined } from './use-cases/events/tell-subscriber-joined.js';
import { TellSubscriberLeft } from './use-cases/events/tell-subscriber-left.js';
import { TellSubscriberRemoved } from './use-cases/events/tell-subscriber-removed.js';
import { SendMessage } from './use-cases/send-message.js';
import { SweepMessages } from './use-cases/sweep-messages.js';

export const webhooksJobs: LibraryJobs = {
  purpose: 'NEWSLETTER_DELIVERY',
  jobs: [handle(sendMessageJob, SendMessage)],
  facts: [
    when(campaignLaunched, TellCampaignLaunched),
    when(mailingFinished, TellCampaignFinished),
    when(mailingHeld, TellCampaignHeld),
    when(subscriberJoined, TellSubscriberJoined),
    when(subscriberLeft, TellSubscriberLeft),
    when(subscriberRemoved, TellSubscriberRemoved),
    when(contractSuspended, TellContractSuspended),
    when(contractResumed, TellContractResumed),
  ],
  sweeps: [every(60, SweepMessages)],
};
