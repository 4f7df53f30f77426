import type { Clock } from '#lib/kernel';
import { PlatformModule } from '#platform/app';
import type { Config } from '#platform/config';
import { QueueModule } from '#platform/queue';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { MailboxModule } from '#lib/mailbox';
import { RunInboundServer } from '../../run-inbound-server.js';
import { httpModules, pages } from '../../http-libraries.js';
import { jobs, modules } from '../../libraries.js';

interface StandaloneOptions {
  readonly config: Config;
  readonly clock: Clock;
  /** False leaves all work to `Drain`: for the demo's past. */
  readonly run: boolean;
}

/** Everything in one process: api, worker, inbound and the local mailbox. */
@Module({})
export class StandaloneModule {
  static of({ config, clock, run }: StandaloneOptions): DynamicModule {
    return {
      module: StandaloneModule,
      imports: [
        PlatformModule.of({ config, clock, pages }),
        ...modules,
        ...httpModules,
        MailboxModule,
        QueueModule.forJobs(jobs, { run }),
      ],
      providers: [RunInboundServer],
    };
  }
}
