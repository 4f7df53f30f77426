import { every, handle } from '#platform/queue';
import type { LibraryJobs } from '#platform/queue';
import {
  alreadyRegisteredMail,
  confirmationMail,
  goodbyeMail,
  welcomeMail,
} from './jobs/mail-jobs.js';
import { askListJob } from './jobs/ask-list.job.js';
import { AskList } from './use-cases/ask-list.js';
import { SendAlreadyRegistered } from './use-cases/send-already-registered.js';
import { SendConfirmation } from './use-cases/send-confirmation.js';
import { SendGoodbye } from './use-cases/send-goodbye.js';
import { SendWelcome } from './use-cases/send-welcome.js';
import { SweepDeparted } from './use-cases/sweep-departed.js';
import { SweepOptIns } from './use-cases/sweep-opt-ins.js';

export const subscribersJobs: LibraryJobs = {
  purpose: 'NEWSLETTER_DELIVERY',
  jobs: [
    handle(confirmationMail, SendConfirmation, 'PROOF_OF_CONSENT'),
    handle(alreadyRegisteredMail, SendAlreadyRegistered),
    handle(welcomeMail, SendWelcome),
    handle(goodbyeMail, SendGoodbye, 'RESPECT_OF_REFUSAL'),
    handle(askListJob, AskList),
  ],
  sweeps: [
    every(300, SweepOptIns, 'PROOF_OF_CONSENT'),
    every(600, SweepDeparted, 'RESPECT_OF_REFUSAL'),
  ],
};
