import { Module } from '@nestjs/common';
import { BouncesModule } from './bounces.module.js';
import { BouncesController } from './http/bounces.controller.js';

@Module({ imports: [BouncesModule], controllers: [BouncesController] })
export class BouncesHttpModule {}
