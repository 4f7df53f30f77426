import { Module } from '@nestjs/common';
import { CampaignsModule } from './campaigns.module.js';
import { AudienceController } from './http/audience.controller.js';
import { CampaignsController } from './http/campaigns.controller.js';
import { EventsController } from './http/events.controller.js';
import { OperatorCampaignsController } from './http/operator-campaigns.controller.js';
import { ReactionsController } from './http/reactions.controller.js';
import { ResultsController } from './http/results.controller.js';
import { ReviewController } from './http/review.controller.js';
import { ApprovalsController } from './http/approvals.controller.js';
import { CampaignSettingsController } from './http/campaign-settings.controller.js';
import { ImagesController } from './http/images.controller.js';
import { LinkHostsController } from './http/link-hosts.controller.js';
import { MjmlController } from './http/mjml.controller.js';
import { PublicImagesController } from './http/public-images.controller.js';
import { TemplatesController } from './http/templates.controller.js';
import { SegmentsController } from './http/segments.controller.js';
import { SendingController } from './http/sending.controller.js';
import { UnknownController } from './http/unknown.controller.js';

@Module({
  imports: [CampaignsModule],
  controllers: [
    LinkHostsController,
    CampaignsController,
    ReviewController,
    ResultsController,
    ReactionsController,
    EventsController,
    SendingController,
    UnknownController,
    OperatorCampaignsController,
    SegmentsController,
    TemplatesController,
    PublicImagesController,
    MjmlController,
    ImagesController,
    CampaignSettingsController,
    ApprovalsController,
    AudienceController,
  ],
})
export class CampaignsHttpModule {}
