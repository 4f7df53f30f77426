import { Module } from '@nestjs/common';
import { DeliveryModule } from './delivery.module.js';
import { SendingDomainsController } from './http/sending-domains.controller.js';
import { TrackingController } from './http/tracking.controller.js';

@Module({ imports: [DeliveryModule], controllers: [SendingDomainsController, TrackingController] })
export class DeliveryHttpModule {}
