import { Injectable } from '@nestjs/common';
import type { Queue, Worker } from 'bullmq';
import { Config } from '../config/index.js';
import { Log } from '../log/index.js';
import { openBackend } from './backend.js';
import type { QueueBackend } from './backend.js';
import { JobRunner } from './job-runner.js';
import type { JobData, QueueName } from './job-type.js';
import { queueNames } from './job-type.js';
import { OutboxListener } from './outbox-listener.js';
import { LostSchema } from './lost-schema.js';
import { Relay } from './relay.js';
import { Sweeper } from './sweeper.js';

const concurrency: Record<QueueName, number> = {
  control: 4,
  audiences: 2,
  delivery: 4,
  inbound: 4,
  billing: 2,
  facts: 4,
  notices: 8,
  webhooks: 8,
};

/** The running side of the queue: relay, workers and sweeps of one process. */
@Injectable()
export class QueueWorker {
  private backend: QueueBackend | undefined;
  private readonly queues = new Map<QueueName, Queue>();
  private workers: Worker[] = [];
  private readonly lostSchema: LostSchema;

  constructor(
    private readonly config: Config,
    private readonly relay: Relay,
    private readonly runner: JobRunner,
    private readonly listener: OutboxListener,
    private readonly sweeper: Sweeper,
    private readonly log: Log,
  ) {
    this.lostSchema = new LostSchema(config.get('QUEUE_URL'), (error) => {
      if (error === undefined) log.warn('queue.made-again');
      else log.failure('queue.not-made-again', error);
    });
  }

  async start(): Promise<void> {
    const backend = openBackend(this.config.get('QUEUE_URL'), this.config.get('QUEUE_PREFIX'));
    this.backend = backend;
    for (const name of queueNames) {
      const queue = backend.queue(name);
      queue.on('error', (error) => {
        this.complain(error, name);
      });
      this.queues.set(name, queue);
    }
    this.workers = queueNames.map((name) => this.work(backend, name));
    await Promise.all(this.workers.map((worker) => worker.waitUntilReady()));
    await this.listener.start(() => this.relay.run(this.queues));
    this.sweeper.start();
  }

  /** Takes no new job, lets the running ones finish, then lets go of everything. */
  async stop(): Promise<void> {
    await this.sweeper.stop();
    await this.listener.stop();
    await Promise.all(this.workers.map((worker) => worker.close()));
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    await this.backend?.close();
  }

  private work(backend: QueueBackend, name: QueueName): Worker {
    const worker = backend.worker(name, (job) => this.runner.run(job.name, job.data as JobData), {
      concurrency: concurrency[name],
      // A killed worker's job is taken over by another one as often as need be: the ledger decides what to do.
      maxStalledCount: 1_000_000,
      lockDuration: 15_000,
      stalledInterval: 5_000,
    });
    worker.on('error', (error) => {
      this.complain(error, name);
    });
    worker.on('failed', (job, error) => {
      this.log.failure('job.failed', error, { job: job?.name, attempt: job?.attemptsMade });
    });
    return worker;
  }

  private complain(error: Error, name: QueueName): void {
    this.log.failure('queue.error', error, { queue: name });
    this.lostSchema.hear(error);
  }
}
