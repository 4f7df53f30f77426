import { AccountsModule } from '#lib/accounts';
import { ContractsModule } from '#lib/contracts';
import { DeliveryModule } from '#lib/delivery';
import { SubscribersModule } from '#lib/subscribers';
import { retentionPart } from '#platform/retention';
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
import { CancelForEnd } from './use-cases/cancel-for-end.js';
import { CheckCampaign } from './use-cases/check-campaign.js';
import { ComposeContent } from './use-cases/compose-content.js';
import { CountTarget } from './use-cases/count-target.js';
import { CreateCampaign } from './use-cases/create-campaign.js';
import { DecideUnknown } from './use-cases/decide-unknown.js';
import { DeleteDraft } from './use-cases/delete-draft.js';
import { DeleteSegment } from './use-cases/delete-segment.js';
import { DuplicateCampaign } from './use-cases/duplicate-campaign.js';
import { FinishCampaign } from './use-cases/finish-campaign.js';
import { FindDangerousLinks } from './use-cases/find-dangerous-links.js';
import { FreezeContent } from './use-cases/freeze-content.js';
import { LaunchCampaign } from './use-cases/launch-campaign.js';
import { ListOpenApprovals } from './use-cases/list-open-approvals.js';
import { ListPreviewReaders } from './use-cases/list-preview-readers.js';
import { MoveCampaign } from './use-cases/move-campaign.js';
import { HaltCampaign } from './use-cases/halt-campaign.js';
import { PauseCampaign } from './use-cases/pause-campaign.js';
import { PauseBlocked } from './use-cases/pause-blocked.js';
import { PauseForSuspension } from './use-cases/pause-for-suspension.js';
import { PauseHeld } from './use-cases/pause-held.js';
import { PreviewCampaign } from './use-cases/preview-campaign.js';
import { ReadCampaigns } from './use-cases/read-campaigns.js';
import { ReadReactions } from './use-cases/read-reactions.js';
import { ReadSegments } from './use-cases/read-segments.js';
import { ReleaseHeldCampaigns } from './use-cases/release-held-campaigns.js';
import { SettleHeld } from './use-cases/settle-held.js';
import { RescheduleCampaign } from './use-cases/reschedule-campaign.js';
import { ResolveTarget } from './use-cases/resolve-target.js';
import { ResumeCampaign } from './use-cases/resume-campaign.js';
import { SaveSegment } from './use-cases/save-segment.js';
import { ScheduleCampaign } from './use-cases/schedule-campaign.js';
import { SendCampaignNow } from './use-cases/send-campaign-now.js';
import { SendTest } from './use-cases/send-test.js';
import { StartMailing } from './use-cases/start-mailing.js';
import { TellOfApproval } from './use-cases/tell-of-approval.js';
import { TellOfReview } from './use-cases/tell-of-review.js';
import { TellOfIntervention } from './use-cases/tell-of-intervention.js';
import { UnscheduleCampaign } from './use-cases/unschedule-campaign.js';
import { UpdateCampaign } from './use-cases/update-campaign.js';
import { ApprovalsStore } from './store/approvals.store.js';
import { CampaignSettingsStore } from './store/campaign-settings.store.js';
import { ImagesStore } from './store/images.store.js';
import { SharedTexts } from './store/shared-texts.store.js';
import { LinkHostsStore } from './store/link-hosts.store.js';
import { RecentCampaignsStore } from './store/recent-campaigns.store.js';
import { TemplatesStore } from './store/templates.store.js';
import { CompileDraft } from './use-cases/compile-draft.js';
import { DecideApproval } from './use-cases/decide-approval.js';
import { DemandApprovals } from './use-cases/demand-approvals.js';
import { KeepLinkHosts } from './use-cases/keep-link-hosts.js';
import { KeepImage } from './use-cases/keep-image.js';
import { ReadApprovals } from './use-cases/read-approvals.js';
import { RequestApproval } from './use-cases/request-approval.js';
import { SaveTemplate } from './use-cases/save-template.js';
import { SetCampaignSettings } from './use-cases/set-campaign-settings.js';
import { SendingGate } from './sending-gate.js';
import { campaignsRetention } from './store/retention.js';

const stores = [
  CampaignsStore,
  SegmentsStore,
  TestSendsStore,
  TransitionsStore,
  VersionsStore,
  WaitingStore,
  ApprovalsStore,
  CampaignSettingsStore,
  ImagesStore,
  LinkHostsStore,
  RecentCampaignsStore,
  SharedTexts,
  TemplatesStore,
];

const parts = [
  MoveCampaign,
  ResolveTarget,
  ComposeContent,
  FreezeContent,
  StartMailing,
  SendingGate,
  DemandApprovals,
  TellOfApproval,
  TellOfReview,
  TellOfIntervention,
];

const verbs = [
  AbortCampaign,
  CancelCampaign,
  CancelForEnd,
  CheckCampaign,
  CountTarget,
  CreateCampaign,
  DecideUnknown,
  DeleteDraft,
  DeleteSegment,
  DuplicateCampaign,
  ListOpenApprovals,
  ListPreviewReaders,
  HaltCampaign,
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
  CompileDraft,
  DecideApproval,
  FindDangerousLinks,
  KeepImage,
  KeepLinkHosts,
  ReadApprovals,
  RequestApproval,
  SaveTemplate,
  SetCampaignSettings,
];

const jobs = [
  AskForLaunches,
  FinishCampaign,
  LaunchCampaign,
  PauseBlocked,
  PauseForSuspension,
  PauseHeld,
  SettleHeld,
  ReleaseHeldCampaigns,
];

@Module({
  imports: [AccountsModule, ContractsModule, SubscribersModule, DeliveryModule],
  providers: [
    retentionPart('campaigns', campaignsRetention),
    ...stores,
    ...parts,
    ...verbs,
    ...jobs,
  ],
  exports: [SharedTexts, ...verbs, ...jobs],
})
export class CampaignsModule {}
