import { Module } from '@nestjs/common';
import { HealthController } from './http/health.controller.js';
import { HomeController } from './http/home.controller.js';
import { HomeLinks } from './home-links.js';

@Module({
  controllers: [HealthController, HomeController],
  providers: [HomeLinks],
  exports: [HomeLinks],
})
export class OperationsHttpModule {}
