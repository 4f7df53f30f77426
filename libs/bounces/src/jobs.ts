import { mailingBlocked, messageRefused } from '#lib/delivery';
import { subscriberJoined } from '#lib/subscribers';
import { every, handle, when } from '#platform/queue';
import type { LibraryJobs } from '#platform/queue';
import { judgeCampaign } from './jobs/judge-campaign.job.js';
import { evaluateStreak } from './jobs/evaluate-streak.job.js';
import { AskOverdueChecks } from './use-cases/ask-overdue-checks.js';
import { BeginStreakAnew } from './use-cases/begin-streak-anew.js';
import { JudgeCampaign } from './use-cases/judge-campaign.js';
import { EvaluateStreak } from './use-cases/evaluate-streak.js';
import { NoteRefusal } from './use-cases/note-refusal.js';
import { TellOfBlock } from './use-cases/tell-of-block.js';

export const bouncesJobs: LibraryJobs = {
  purpose: 'NEWSLETTER_DELIVERY',
  jobs: [handle(evaluateStreak, EvaluateStreak), handle(judgeCampaign, JudgeCampaign)],
  facts: [
    when(messageRefused, NoteRefusal),
    when(mailingBlocked, TellOfBlock),
    when(subscriberJoined, BeginStreakAnew),
  ],
  sweeps: [every(60, AskOverdueChecks)],
};
