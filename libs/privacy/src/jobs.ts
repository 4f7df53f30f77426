import { every, handle } from '#platform/queue';
import type { LibraryJobs } from '#platform/queue';
import { answerMail, identityMail } from './jobs/request-mails.job.js';
import { EraseWhatIsDue } from './use-cases/erase-what-is-due.js';
import { ExpireRequests } from './use-cases/expire-requests.js';
import { MailIdentityLink } from './use-cases/mail-identity-link.js';
import { SendAnswer } from './use-cases/send-answer.js';
import { WarnOfDeadlines } from './use-cases/warn-of-deadlines.js';

export const privacyJobs: LibraryJobs = {
  purpose: 'LEGAL_DUTY',
  jobs: [handle(identityMail, MailIdentityLink), handle(answerMail, SendAnswer)],
  sweeps: [every(3_600, ExpireRequests), every(600, EraseWhatIsDue), every(3_600, WarnOfDeadlines)],
};
