import { noticeArrived, noticeBounced } from '#lib/notices';
import { every, handle, when } from '#platform/queue';
import type { LibraryJobs } from '#platform/queue';
import { advanceContractJob } from './jobs/advance-contract.job.js';
import { announceInterruptionJob } from './jobs/announce-interruption.job.js';
import { AdvanceContract } from './use-cases/advance-contract.js';
import { AdvanceDueContracts } from './use-cases/advance-due-contracts.js';
import { AnnounceInterruption } from './use-cases/announce-interruption.js';
import { NoteArrival } from './use-cases/note-arrival.js';
import { TellAgain } from './use-cases/tell-again.js';
import { TellOfMails } from './use-cases/tell-of-mails.js';

export const contractsJobs: LibraryJobs = {
  purpose: 'CONTRACT',
  jobs: [
    handle(advanceContractJob, AdvanceContract),
    handle(announceInterruptionJob, AnnounceInterruption, 'SERVICE_AND_CAMPAIGN_INFO'),
  ],
  facts: [when(noticeArrived, NoteArrival), when(noticeBounced, TellAgain)],
  sweeps: [every(300, AdvanceDueContracts), every(300, TellOfMails, 'OPERATOR_INQUIRY')],
};
