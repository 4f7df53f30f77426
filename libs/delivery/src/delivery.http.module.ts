import { Module } from '@nestjs/common';
import { DeliveryModule } from './delivery.module.js';
import { DeliverySettingsController } from './http/delivery-settings.controller.js';
import { OperatorDeliveryController } from './http/operator-delivery.controller.js';
import { SendingDomainsController } from './http/sending-domains.controller.js';
import { TrackingController } from './http/tracking.controller.js';

@Module({
  imports: [DeliveryModule],
  controllers: [
    DeliverySettingsController,
    OperatorDeliveryController,
    SendingDomainsController,
    TrackingController,
  ],
})
export class DeliveryHttpModule {}
