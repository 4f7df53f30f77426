import { every, handle, when } from '#platform/queue';
import type { LibraryJobs } from '#platform/queue';
import { bankFileFetched } from '#lib/billing';
import { nightlyErasure } from './jobs/nightly-erasure.job.js';
import { answerMail, identityMail } from './jobs/request-mails.job.js';
import { AskForErasure } from './use-cases/ask-for-erasure.js';
import { EraseWhatIsDue } from './use-cases/erase-what-is-due.js';
import { ExpireRequests } from './use-cases/expire-requests.js';
import { MailIdentityLink } from './use-cases/mail-identity-link.js';
import { NoteBankFile } from './use-cases/note-bank-file.js';
import { SendAnswer } from './use-cases/send-answer.js';
import { WarnOfDeadlines } from './use-cases/warn-of-deadlines.js';
import { WatchErasure } from './use-cases/watch-erasure.js';

export const privacyJobs: LibraryJobs = {
  purpose: 'LEGAL_DUTY',
  jobs: [
    handle(identityMail, MailIdentityLink),
    handle(answerMail, SendAnswer),
    handle(nightlyErasure, EraseWhatIsDue),
  ],
  facts: [when(bankFileFetched, NoteBankFile)],
  sweeps: [
    every(3_600, ExpireRequests),
    every(600, AskForErasure),
    every(3_600, WarnOfDeadlines),
    every(600, WatchErasure),
  ],
};
