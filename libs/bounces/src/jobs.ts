import { mailingBlocked, messageRefused } from '#lib/delivery';
import { every, handle, when } from '#platform/queue';
import type { LibraryJobs } from '#platform/queue';
import { judgeCampaign } from './jobs/judge-campaign.job.js';
import { evaluateStreak } from './jobs/evaluate-streak.job.js';
import { AskForJudgements } from './use-cases/ask-for-judgements.js';
import { AskOverdueChecks } from './use-cases/ask-overdue-checks.js';
import { JudgeCampaign } from './use-cases/judge-campaign.js';
import { EvaluateStreak } from './use-cases/evaluate-streak.js';
import { NoteRefusal } from './use-cases/note-refusal.js';
import { TellOfBlock } from './use-cases/tell-of-block.js';

export const bouncesJobs: LibraryJobs = {
  purpose: 'NEWSLETTER_DELIVERY',
  jobs: [handle(evaluateStreak, EvaluateStreak), handle(judgeCampaign, JudgeCampaign)],
  facts: [when(messageRefused, NoteRefusal), when(mailingBlocked, TellOfBlock)],
  sweeps: [every(15, AskForJudgements), every(60, AskOverdueChecks)],
};
