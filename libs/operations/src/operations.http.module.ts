import { AccountsModule } from '#lib/accounts';
import { AccountsHttpModule } from '#lib/accounts/http';
import { Module } from '@nestjs/common';
import type { MiddlewareConsumer, NestModule } from '@nestjs/common';
import { HealthController } from './http/health.controller.js';
import { HomeController } from './http/home.controller.js';
import { MetricsController } from './http/metrics.controller.js';
import { QueueBoard, boardPath } from './http/queue-board.js';
import { QueuesController } from './http/queues.controller.js';
import { RequestTimes } from './http/request-times.js';
import { HomeLinks } from './home-links.js';
import { Metrics } from './metrics.js';
import { RetryJob } from './use-cases/retry-job.js';

@Module({
  imports: [AccountsModule, AccountsHttpModule],
  controllers: [HealthController, HomeController, MetricsController, QueuesController],
  providers: [HomeLinks, Metrics, RetryJob],
  exports: [HomeLinks],
})
export class OperationsHttpModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(RequestTimes).forRoutes('{*path}');
    consumer.apply(QueueBoard).forRoutes(boardPath, `${boardPath}/{*path}`);
  }
}
