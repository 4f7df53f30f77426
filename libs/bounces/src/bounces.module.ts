import { AccountsModule } from '#lib/accounts';
import { ContractsModule } from '#lib/contracts';
import { DeliveryModule } from '#lib/delivery';
import { NoticesModule } from '#lib/notices';
import { SubscribersModule } from '#lib/subscribers';
import { retentionPart } from '#platform/retention';
import { Module } from '@nestjs/common';
import { BounceFigures } from './store/bounce-figures.store.js';
import { BounceList } from './store/bounce-list.store.js';
import { CampaignBouncesStore } from './store/campaign-bounces.store.js';
import { BounceReports } from './store/bounce-reports.store.js';
import { PersonReports } from './store/person-reports.store.js';
import { Removals } from './store/removals.store.js';
import { SentMails } from './store/sent-mails.js';
import { SenderCaused } from './store/sender-caused.store.js';
import { TenantFigures } from './store/tenant-figures.store.js';
import { TrendFigures } from './store/trend-figures.store.js';
import { StreakChecks } from './store/streak-checks.store.js';
import { AskOverdueChecks } from './use-cases/ask-overdue-checks.js';
import { EvaluateStreak } from './use-cases/evaluate-streak.js';
import { CompareTenants } from './use-cases/compare-tenants.js';
import { ListBounces } from './use-cases/list-bounces.js';
import { ListRemovals } from './use-cases/list-removals.js';
import { NoteRefusal } from './use-cases/note-refusal.js';
import { ReadCampaignBounces } from './use-cases/read-campaign-bounces.js';
import { ReadDeliverability } from './use-cases/read-deliverability.js';
import { ReceiveReport } from './use-cases/receive-report.js';
import { SummariseBounces } from './use-cases/summarise-bounces.js';
import { UnattributedReports } from './store/unattributed-reports.store.js';
import { QualityGates } from './store/quality-gates.store.js';
import { AttributeReport } from './use-cases/attribute-report.js';
import { NoteReport } from './use-cases/note-report.js';
import { HeedComplaint } from './use-cases/heed-complaint.js';
import { AskForJudgement } from './use-cases/ask-for-judgement.js';
import { AskForJudgements } from './use-cases/ask-for-judgements.js';
import { TellOfBlock } from './use-cases/tell-of-block.js';
import { TellOfHold } from './use-cases/tell-of-hold.js';
import { JudgeCampaign } from './use-cases/judge-campaign.js';
import { DecideQualityGate } from './use-cases/decide-quality-gate.js';
import { bouncesRetention } from './store/retention.js';

@Module({
  imports: [NoticesModule, AccountsModule, ContractsModule, SubscribersModule, DeliveryModule],
  providers: [
    retentionPart('bounces', bouncesRetention),
    BounceReports,
    BounceFigures,
    BounceList,
    CampaignBouncesStore,
    ReadCampaignBounces,
    TenantFigures,
    TrendFigures,
    Removals,
    SentMails,
    StreakChecks,
    SenderCaused,
    ReadDeliverability,
    UnattributedReports,
    QualityGates,
    AttributeReport,
    NoteReport,
    HeedComplaint,
    AskForJudgement,
    AskForJudgements,
    TellOfBlock,
    TellOfHold,
    JudgeCampaign,
    DecideQualityGate,
    ReceiveReport,
    NoteRefusal,
    EvaluateStreak,
    AskOverdueChecks,
    CompareTenants,
    SummariseBounces,
    ListBounces,
    ListRemovals,
    PersonReports,
  ],
  exports: [
    ReadCampaignBounces,
    PersonReports,
    TrendFigures,
    ReceiveReport,
    CompareTenants,
    SummariseBounces,
    ListBounces,
    ListRemovals,
    DecideQualityGate,
    ReadDeliverability,
  ],
})
export class BouncesModule {}
