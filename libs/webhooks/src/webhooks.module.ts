import { AccountsModule } from '#lib/accounts';
import { CampaignsModule } from '#lib/campaigns';
import { DeliveryModule } from '#lib/delivery';
import { NoticesModule } from '#lib/notices';
import { retentionPart } from '#platform/retention';
import { Module } from '@nestjs/common';
import { HostNames } from './host-names.js';
import { PostMessage } from './post-message.js';
import { EndpointsStore } from './store/endpoints.store.js';
import { MessagesStore } from './store/messages.store.js';
import { TellCampaignFinished } from './use-cases/events/tell-campaign-finished.js';
import { TellCampaignHeld } from './use-cases/events/tell-campaign-held.js';
import { TellCampaignLaunched } from './use-cases/events/tell-campaign-launched.js';
import { TellContractResumed } from './use-cases/events/tell-contract-resumed.js';
import { TellContractSuspended } from './use-cases/events/tell-contract-suspended.js';
import { TellSubscriberJoined } from './use-cases/events/tell-subscriber-joined.js';
import { TellSubscriberLeft } from './use-cases/events/tell-subscriber-left.js';
import { TellSubscriberRemoved } from './use-cases/events/tell-subscriber-removed.js';
import { PublishEvent } from './use-cases/publish-event.js';
import { ReadEndpoints } from './use-cases/read-endpoints.js';
import { RemoveEndpoint } from './use-cases/remove-endpoint.js';
import { ResendMessage } from './use-cases/resend-message.js';
import { RotateSecret } from './use-cases/rotate-secret.js';
import { SaveEndpoint } from './use-cases/save-endpoint.js';
import { SendMessage } from './use-cases/send-message.js';
import { SweepMessages } from './use-cases/sweep-messages.js';
import { TestEndpoint } from './use-cases/test-endpoint.js';
import { webhooksRetention } from './store/retention.js';

const useCases = [
  TellCampaignFinished,
  TellCampaignHeld,
  TellCampaignLaunched,
  TellContractResumed,
  TellContractSuspended,
  TellSubscriberJoined,
  TellSubscriberLeft,
  TellSubscriberRemoved,
  ReadEndpoints,
  RemoveEndpoint,
  ResendMessage,
  RotateSecret,
  SaveEndpoint,
  SendMessage,
  SweepMessages,
  TestEndpoint,
];

/** Tells tenants' own programs what happened. */
@Module({
  imports: [AccountsModule, NoticesModule, DeliveryModule, CampaignsModule],
  providers: [
    retentionPart('webhooks', webhooksRetention),
    EndpointsStore,
    MessagesStore,
    HostNames,
    PostMessage,
    PublishEvent,
    ...useCases,
  ],
  exports: useCases,
})
export class WebhooksModule {}
