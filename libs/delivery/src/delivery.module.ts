import { AccountsModule } from '#lib/accounts';
import { ContractsModule } from '#lib/contracts';
import { SubscribersModule } from '#lib/subscribers';
import { retentionPart } from '#platform/retention';
import { Module } from '@nestjs/common';
import { CompiledMailings } from './compose/compiled-mailings.js';
import { DeliveryTokens } from './compose/delivery-tokens.js';
import { DkimSigners } from './dkim/dkim-signers.js';
import { NewDkimKeys } from './dkim/new-dkim-keys.js';
import { PlatformDkimKey } from './dkim/platform-dkim-key.js';
import { SignSingleMails } from './dkim/sign-single-mails.js';
import { DnsLookup } from './dns/dns-lookup.js';
import { DomainGate } from './pacing/domain-gate.js';
import { DrawAllowance } from './pacing/draw-allowance.js';
import { PaceBook } from './pacing/pace-book.js';
import { Pacing } from './pacing/pacing.js';
import { TrafficLog } from './pacing/traffic-log.js';
import { Attempts } from './store/attempts.js';
import { BreakerStore } from './store/breaker-store.js';
import { DeliveryPolicies } from './store/delivery-policies.js';
import { DeliveryOverviewStore } from './store/delivery-overview-store.js';
import { DkimKeys } from './store/dkim-keys.js';
import { DeliveryLookup } from './store/delivery-lookup.js';
import { Lanes } from './store/lanes.js';
import { LastMails } from './store/last-mails.js';
import { Ledger } from './store/ledger.js';
import { MailingHolds } from './store/mailing-holds.js';
import { MailsSent } from './store/mails-sent.js';
import { Mailings } from './store/mailings.js';
import { PaceBuckets } from './store/pace-buckets.js';
import { PaceSubjects } from './store/pace-subjects.js';
import { PacingSettingsStore } from './store/pacing-settings-store.js';
import { SendingFigures } from './store/sending-figures.js';
import { SendingDomainStore } from './store/sending-domain-store.js';
import { Tallies } from './store/tallies.js';
import { DomainFigures } from './store/domain-figures.js';
import { PersonDeliveries } from './store/person-deliveries.js';
import { ReactionFigures } from './store/reaction-figures.js';
import { Tracking } from './store/tracking.js';
import { TrafficStore } from './store/traffic-store.js';
import { UnknownDecisions } from './store/unknown-decisions.js';
import { WarmUps } from './store/warm-ups.js';
import { AddSendingDomain } from './use-cases/add-sending-domain.js';
import { AskDomainChecks } from './use-cases/ask-domain-checks.js';
import { ChangeDomainPace } from './use-cases/change-domain-pace.js';
import { ChangeRelay } from './use-cases/change-relay.js';
import { CheckSendingDomain } from './use-cases/check-sending-domain.js';
import { DecideHeldMailing } from './use-cases/decide-held-mailing.js';
import { BlockedMailings } from './use-cases/blocked-mailings.js';
import { ChangeDelivery } from './use-cases/change-delivery.js';
import { DeliveryHistory } from './use-cases/delivery-history.js';
import { ForgetOldFigures } from './use-cases/forget-old-figures.js';
import { CountDomains } from './use-cases/count-domains.js';
import { FinishMailing } from './use-cases/finish-mailing.js';
import { FreezeAudience } from './use-cases/freeze-audience.js';
import { FollowLink } from './use-cases/follow-link.js';
import { LateMails } from './use-cases/late-mails.js';
import { HoldMailing } from './use-cases/hold-mailing.js';
import { LaunchMailing } from './use-cases/launch-mailing.js';
import { MailingProgress } from './use-cases/mailing-progress.js';
import { MailingReactions } from './use-cases/mailing-reactions.js';
import { MailingStates } from './use-cases/mailing-states.js';
import { MarkAttempt } from './use-cases/mark-attempt.js';
import { MessageIds } from './use-cases/message-ids.js';
import { DeliveryOverview } from './use-cases/delivery-overview.js';
import { DomainBreakers } from './use-cases/domain-breakers.js';
import { DeliverySettings } from './use-cases/delivery-settings.js';
import { LeaveUnknown } from './use-cases/leave-unknown.js';
import { PauseMailing } from './use-cases/pause-mailing.js';
import { Precedence } from './use-cases/precedence.js';
import { PreviewContent } from './use-cases/preview-content.js';
import { Problems } from './use-cases/problems.js';
import { ReadSendingDomains } from './use-cases/read-sending-domains.js';
import { RecheckSendingDomain } from './use-cases/recheck-sending-domain.js';
import { RecordOpen } from './use-cases/record-open.js';
import { RemoveSendingDomain } from './use-cases/remove-sending-domain.js';
import { ResendUnknown } from './use-cases/resend-unknown.js';
import { ResumeMailing } from './use-cases/resume-mailing.js';
import { RetireDkimKeys } from './use-cases/retire-dkim-keys.js';
import { ReturnPath } from './use-cases/return-path.js';
import { RotateDkimKeys } from './use-cases/rotate-dkim-keys.js';
import { SendAttempt } from './use-cases/send-attempt.js';
import { SendBatch } from './use-cases/send-batch.js';
import { SendOne } from './use-cases/send-one.js';
import { SendingDomains } from './use-cases/sending-domains.js';
import { SettleAndMark } from './use-cases/settle-and-mark.js';
import { SettleAttempt } from './use-cases/settle-attempt.js';
import { StartLanes } from './use-cases/start-lanes.js';
import { StopMailing } from './use-cases/stop-mailing.js';
import { SurveySendingDomain } from './use-cases/survey-sending-domain.js';
import { UnknownMails } from './use-cases/unknown-mails.js';
import { WarmUpDomain } from './use-cases/warm-up-domain.js';
import { WakeLanes } from './use-cases/wake-lanes.js';
import { deliveryRetention } from './store/retention.js';

const stores = [
  Attempts,
  DeliveryLookup,
  Lanes,
  Ledger,
  MailingHolds,
  Mailings,
  Tallies,
  DomainFigures,
  ReactionFigures,
  Tracking,
];

const steps = [
  CompiledMailings,
  DeliveryTokens,
  FinishMailing,
  LateMails,
  MarkAttempt,
  Precedence,
  SendAttempt,
  SettleAndMark,
  SettleAttempt,
  StartLanes,
];

const frontDoor = [
  ChangeDomainPace,
  ChangeRelay,
  DeliveryOverview,
  CountDomains,
  ForgetOldFigures,
  WarmUpDomain,
  ChangeDelivery,
  DeliverySettings,
  LeaveUnknown,
  DecideHeldMailing,
  DeliveryHistory,
  DomainBreakers,
  FollowLink,
  FreezeAudience,
  HoldMailing,
  LastMails,
  LaunchMailing,
  MailsSent,
  MailingProgress,
  MailingReactions,
  MailingStates,
  MessageIds,
  PauseMailing,
  PersonDeliveries,
  PreviewContent,
  Problems,
  RecordOpen,
  ResendUnknown,
  ResumeMailing,
  ReturnPath,
  SendBatch,
  SendOne,
  SendingFigures,
  StopMailing,
  UnknownMails,
  WakeLanes,
];

/** How fast mails leave, and over which relays. */
const pacing = [
  BlockedMailings,
  BreakerStore,
  DeliveryOverviewStore,
  DeliveryPolicies,
  DomainGate,
  DrawAllowance,
  PaceBook,
  PaceBuckets,
  PaceSubjects,
  Pacing,
  PacingSettingsStore,
  TrafficLog,
  TrafficStore,
  UnknownDecisions,
  WarmUps,
];

/** Sending domains and the keys that sign for them. */
const authentication = {
  inner: [
    DkimKeys,
    DkimSigners,
    DnsLookup,
    NewDkimKeys,
    PlatformDkimKey,
    SendingDomainStore,
    SignSingleMails,
    SurveySendingDomain,
  ],
  outer: [
    AddSendingDomain,
    AskDomainChecks,
    CheckSendingDomain,
    ReadSendingDomains,
    RecheckSendingDomain,
    RemoveSendingDomain,
    RetireDkimKeys,
    RotateDkimKeys,
    SendingDomains,
  ],
};

@Module({
  imports: [AccountsModule, ContractsModule, SubscribersModule],
  providers: [
    retentionPart('delivery', deliveryRetention),
    ...stores,
    ...steps,
    ...pacing,
    ...frontDoor,
    ...authentication.inner,
    ...authentication.outer,
  ],
  exports: [...frontDoor, ...authentication.outer],
})
export class DeliveryModule {}
