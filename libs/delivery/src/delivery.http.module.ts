import { Module } from '@nestjs/common';
import { DeliveryModule } from './delivery.module.js';
import { TrackingController } from './http/tracking.controller.js';

@Module({ imports: [DeliveryModule], controllers: [TrackingController] })
export class DeliveryHttpModule {}
