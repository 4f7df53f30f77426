import { Module } from '@nestjs/common';
import { CampaignsModule } from './campaigns.module.js';
import { AudienceController } from './http/audience.controller.js';
import { CampaignsController } from './http/campaigns.controller.js';
import { EventsController } from './http/events.controller.js';
import { ReactionsController } from './http/reactions.controller.js';
import { ResultsController } from './http/results.controller.js';
import { ReviewController } from './http/review.controller.js';
import { SegmentsController } from './http/segments.controller.js';
import { SendingController } from './http/sending.controller.js';

@Module({
  imports: [CampaignsModule],
  controllers: [
    CampaignsController,
    ReviewController,
    ResultsController,
    ReactionsController,
    EventsController,
    SendingController,
    SegmentsController,
    AudienceController,
  ],
})
export class CampaignsHttpModule {}
