import type { Clock } from '#lib/kernel';
import { PlatformModule } from '#platform/app';
import type { Config } from '#platform/config';
import { QueueModule } from '#platform/queue';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { jobs, modules } from '../../libraries.js';

/** Everything that runs as a job. */
@Module({})
export class WorkerModule {
  static of(config: Config, clock: Clock): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.of({ config, clock }),
        ...modules,
        QueueModule.forJobs(jobs, { run: true }),
      ],
    };
  }
}
