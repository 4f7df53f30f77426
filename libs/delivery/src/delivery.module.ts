import { ContractsModule } from '#lib/contracts';
import { SubscribersModule } from '#lib/subscribers';
import { Module } from '@nestjs/common';
import { CompiledMailings } from './compose/compiled-mailings.js';
import { DeliveryTokens } from './compose/delivery-tokens.js';
import { Attempts } from './store/attempts.js';
import { DeliveryLookup } from './store/delivery-lookup.js';
import { Lanes } from './store/lanes.js';
import { Ledger } from './store/ledger.js';
import { Mailings } from './store/mailings.js';
import { Tracking } from './store/tracking.js';
import { DeliveryHistory } from './use-cases/delivery-history.js';
import { FinishMailing } from './use-cases/finish-mailing.js';
import { FollowLink } from './use-cases/follow-link.js';
import { LaunchMailing } from './use-cases/launch-mailing.js';
import { MailingProgress } from './use-cases/mailing-progress.js';
import { MarkAttempt } from './use-cases/mark-attempt.js';
import { PauseMailing } from './use-cases/pause-mailing.js';
import { PreviewContent } from './use-cases/preview-content.js';
import { Problems } from './use-cases/problems.js';
import { RecordOpen } from './use-cases/record-open.js';
import { ResendUnknown } from './use-cases/resend-unknown.js';
import { ResumeMailing } from './use-cases/resume-mailing.js';
import { ReturnPath } from './use-cases/return-path.js';
import { SendAttempt } from './use-cases/send-attempt.js';
import { SendBatch } from './use-cases/send-batch.js';
import { SendOne } from './use-cases/send-one.js';
import { SettleAttempt } from './use-cases/settle-attempt.js';
import { StartLanes } from './use-cases/start-lanes.js';
import { StopMailing } from './use-cases/stop-mailing.js';
import { WakeLanes } from './use-cases/wake-lanes.js';

const stores = [Attempts, DeliveryLookup, Lanes, Ledger, Mailings, Tracking];

const steps = [
  CompiledMailings,
  DeliveryTokens,
  FinishMailing,
  MarkAttempt,
  SendAttempt,
  SettleAttempt,
  StartLanes,
];

const frontDoor = [
  DeliveryHistory,
  FollowLink,
  LaunchMailing,
  MailingProgress,
  PauseMailing,
  PreviewContent,
  Problems,
  RecordOpen,
  ResendUnknown,
  ResumeMailing,
  ReturnPath,
  SendBatch,
  SendOne,
  StopMailing,
  WakeLanes,
];

@Module({
  imports: [ContractsModule, SubscribersModule],
  providers: [...stores, ...steps, ...frontDoor],
  exports: frontDoor,
})
export class DeliveryModule {}
