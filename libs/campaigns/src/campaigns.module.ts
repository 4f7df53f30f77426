import { AccountsModule } from '#lib/accounts';
import { ContractsModule } from '#lib/contracts';
import { DeliveryModule } from '#lib/delivery';
import { SubscribersModule } from '#lib/subscribers';
import { Module } from '@nestjs/common';
import { CampaignsStore } from './store/campaigns.store.js';
import { SegmentsStore } from './store/segments.store.js';
import { TestSendsStore } from './store/test-sends.store.js';
import { TransitionsStore } from './store/transitions.store.js';
import { VersionsStore } from './store/versions.store.js';
import { WaitingStore } from './store/waiting.store.js';
import { AbortCampaign } from './use-cases/abort-campaign.js';
import { AskForLaunches } from './use-cases/ask-for-launches.js';
import { CancelCampaign } from './use-cases/cancel-campaign.js';
import { CheckCampaign } from './use-cases/check-campaign.js';
import { ComposeContent } from './use-cases/compose-content.js';
import { CountTarget } from './use-cases/count-target.js';
import { CreateCampaign } from './use-cases/create-campaign.js';
import { DeleteDraft } from './use-cases/delete-draft.js';
import { DeleteSegment } from './use-cases/delete-segment.js';
import { DuplicateCampaign } from './use-cases/duplicate-campaign.js';
import { FinishCampaign } from './use-cases/finish-campaign.js';
import { FreezeContent } from './use-cases/freeze-content.js';
import { LaunchCampaign } from './use-cases/launch-campaign.js';
import { ListPreviewReaders } from './use-cases/list-preview-readers.js';
import { MoveCampaign } from './use-cases/move-campaign.js';
import { PauseCampaign } from './use-cases/pause-campaign.js';
import { PauseForSuspension } from './use-cases/pause-for-suspension.js';
import { PreviewCampaign } from './use-cases/preview-campaign.js';
import { ReadCampaigns } from './use-cases/read-campaigns.js';
import { ReadReactions } from './use-cases/read-reactions.js';
import { ReadSegments } from './use-cases/read-segments.js';
import { ReleaseHeldCampaigns } from './use-cases/release-held-campaigns.js';
import { RescheduleCampaign } from './use-cases/reschedule-campaign.js';
import { ResolveTarget } from './use-cases/resolve-target.js';
import { ResumeCampaign } from './use-cases/resume-campaign.js';
import { SaveSegment } from './use-cases/save-segment.js';
import { ScheduleCampaign } from './use-cases/schedule-campaign.js';
import { SendCampaignNow } from './use-cases/send-campaign-now.js';
import { SendTest } from './use-cases/send-test.js';
import { StartMailing } from './use-cases/start-mailing.js';
import { UnscheduleCampaign } from './use-cases/unschedule-campaign.js';
import { UpdateCampaign } from './use-cases/update-campaign.js';

const stores = [
  CampaignsStore,
  SegmentsStore,
  TestSendsStore,
  TransitionsStore,
  VersionsStore,
  WaitingStore,
];

const parts = [MoveCampaign, ResolveTarget, ComposeContent, FreezeContent, StartMailing];

const verbs = [
  AbortCampaign,
  CancelCampaign,
  CheckCampaign,
  CountTarget,
  CreateCampaign,
  DeleteDraft,
  DeleteSegment,
  DuplicateCampaign,
  ListPreviewReaders,
  PauseCampaign,
  PreviewCampaign,
  ReadCampaigns,
  ReadReactions,
  ReadSegments,
  RescheduleCampaign,
  ResumeCampaign,
  SaveSegment,
  ScheduleCampaign,
  SendCampaignNow,
  SendTest,
  UnscheduleCampaign,
  UpdateCampaign,
];

const jobs = [
  AskForLaunches,
  FinishCampaign,
  LaunchCampaign,
  PauseForSuspension,
  ReleaseHeldCampaigns,
];

@Module({
  imports: [AccountsModule, ContractsModule, SubscribersModule, DeliveryModule],
  providers: [...stores, ...parts, ...verbs, ...jobs],
  exports: [...verbs, ...jobs],
})
export class CampaignsModule {}
