import { Global, Injectable, Module } from '@nestjs/common';
import type {
  DynamicModule,
  OnApplicationBootstrap,
  OnApplicationShutdown,
  OnModuleInit,
} from '@nestjs/common';
import { Drain } from './drain.js';
import { JobRunner } from './job-runner.js';
import { JobTable } from './job-table.js';
import type { LibraryJobs } from './library-jobs.js';
import { Outbox } from './outbox.js';
import { OutboxListener } from './outbox-listener.js';
import { OutboxStore } from './outbox-store.js';
import { QueueDesk } from './queue-desk.js';
import { QueueWorker } from './queue-worker.js';
import { Relay } from './relay.js';
import { Sweeper } from './sweeper.js';

@Injectable()
class RunQueue implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(private readonly worker: QueueWorker) {}

  onApplicationBootstrap(): Promise<void> {
    return this.worker.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.worker.stop();
  }
}

/** The writing side of the queue, for every process. */
@Global()
@Module({ providers: [Outbox, QueueDesk], exports: [Outbox, QueueDesk] })
export class QueueModule {
  /** The running side, for a worker process: `run: false` leaves the work to `Drain` (scenarios, the demo's past). */
  static forJobs(libraries: readonly LibraryJobs[], { run }: { run: boolean }): DynamicModule {
    return {
      module: JobsModule,
      providers: [
        {
          provide: JobTable,
          useFactory: () => new JobTable(libraries),
        },
        ...(run ? [RunQueue] : []),
      ],
    };
  }
}

@Module({
  providers: [OutboxStore, JobRunner, Drain, Relay, OutboxListener, Sweeper, QueueWorker],
  exports: [Drain],
})
class JobsModule implements OnModuleInit {
  constructor(
    private readonly table: JobTable,
    private readonly runner: JobRunner,
  ) {}

  onModuleInit(): void {
    this.runner.assertComplete([...this.table.all(), ...this.table.sweeps]);
  }
}
