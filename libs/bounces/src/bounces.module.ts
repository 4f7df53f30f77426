import { AccountsModule } from '#lib/accounts';
import { DeliveryModule } from '#lib/delivery';
import { SubscribersModule } from '#lib/subscribers';
import { Module } from '@nestjs/common';
import { BounceFigures } from './store/bounce-figures.store.js';
import { BounceReports } from './store/bounce-reports.store.js';
import { Removals } from './store/removals.store.js';
import { SentMails } from './store/sent-mails.js';
import { StreakChecks } from './store/streak-checks.store.js';
import { StreakStarts } from './store/streak-starts.store.js';
import { AskOverdueChecks } from './use-cases/ask-overdue-checks.js';
import { BeginStreakAnew } from './use-cases/begin-streak-anew.js';
import { EvaluateStreak } from './use-cases/evaluate-streak.js';
import { ListRemovals } from './use-cases/list-removals.js';
import { NoteRefusal } from './use-cases/note-refusal.js';
import { ReceiveReport } from './use-cases/receive-report.js';
import { SummariseBounces } from './use-cases/summarise-bounces.js';

@Module({
  imports: [AccountsModule, SubscribersModule, DeliveryModule],
  providers: [
    BounceReports,
    BounceFigures,
    Removals,
    SentMails,
    StreakChecks,
    StreakStarts,
    ReceiveReport,
    NoteRefusal,
    EvaluateStreak,
    BeginStreakAnew,
    AskOverdueChecks,
    SummariseBounces,
    ListRemovals,
  ],
  exports: [ReceiveReport, SummariseBounces, ListRemovals],
})
export class BouncesModule {}
