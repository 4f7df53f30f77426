import { Module } from '@nestjs/common';
import { AbuseModule } from './abuse.module.js';
import { DetectorsController } from './http/detectors.controller.js';

@Module({ imports: [AbuseModule], controllers: [DetectorsController] })
export class AbuseHttpModule {}
