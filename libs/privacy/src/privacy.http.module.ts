import { AccountsModule } from '#lib/accounts';
import { Module } from '@nestjs/common';
import { BreachesController } from './http/breaches.controller.js';
import { DisclosuresController } from './http/disclosures.controller.js';
import { ErasuresController } from './http/erasures.controller.js';
import { HoldsController } from './http/holds.controller.js';
import { OperatorRequestsController } from './http/operator-requests.controller.js';
import { RequestPagesController } from './http/request-pages.controller.js';
import { TransmissionPageController } from './http/transmission-page.controller.js';
import { PrivacyModule } from './privacy.module.js';

@Module({
  imports: [AccountsModule, PrivacyModule],
  controllers: [
    BreachesController,
    DisclosuresController,
    ErasuresController,
    HoldsController,
    OperatorRequestsController,
    RequestPagesController,
    TransmissionPageController,
  ],
})
export class PrivacyHttpModule {}
