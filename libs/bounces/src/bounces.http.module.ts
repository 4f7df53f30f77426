import { Module } from '@nestjs/common';
import { BouncesModule } from './bounces.module.js';
import { BouncesController } from './http/bounces.controller.js';
import { DeliverabilityController } from './http/deliverability.controller.js';

@Module({
  imports: [BouncesModule],
  controllers: [BouncesController, DeliverabilityController],
})
export class BouncesHttpModule {}
