import { Injectable } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { Database } from '../database/index.js';
import { JobTable } from './job-table.js';
import type { QueueName } from './job-type.js';
import type { JobBinding } from './library-jobs.js';
import { OutboxStore } from './outbox-store.js';
import type { OutboxEntry } from './outbox-store.js';

const batch = 500;
/** BullMQ makes two tables for every bulk on PostgreSQL: up to so many jobs are cheaper one by one. */
const fewJobs = 10;

/**
 * Moves outbox entries to the queue. An entry is deleted only after the queue has it; a crash between the two adds
 * it again under the same job id, which the queue ignores.
 */
@Injectable()
export class Relay {
  constructor(
    private readonly database: Database,
    private readonly store: OutboxStore,
    private readonly table: JobTable,
  ) {}

  /** Moves everything that waits. Gives the number of entries moved. */
  async run(queues: ReadonlyMap<QueueName, Queue>): Promise<number> {
    for (let moved = 0; ;) {
      const count = await this.moveBatch(queues);
      moved += count;
      if (count < batch) return moved;
    }
  }

  private moveBatch(queues: ReadonlyMap<QueueName, Queue>): Promise<number> {
    return this.database.asSystem(async (tx) => {
      const entries = await this.store.next(tx, batch);
      for (const [name, queue] of queues) {
        const jobs = entries
          .flatMap((entry) => this.jobsOf(entry))
          .filter(({ type }) => type.queue === name);
        await add(queue, jobs.map(toBull));
      }
      for (const entry of entries.filter(({ kind }) => kind === 'removal')) {
        await queues
          .get(this.table.get(entry.name).type.queue)
          ?.remove(jobId(entry.name, entry.key));
      }
      await this.store.delete(
        tx,
        entries.map(({ id }) => id),
      );
      return entries.length;
    });
  }

  private jobsOf(entry: OutboxEntry): JobToAdd[] {
    if (entry.kind === 'job')
      return [{ type: this.table.get(entry.name).type, key: entry.key, entry }];
    if (entry.kind === 'removal') return [];
    return this.table
      .listenersOf(entry.name)
      .map(({ type }) => ({ type, key: String(entry.id), entry }));
  }
}

interface JobToAdd {
  readonly type: JobBinding['type'];
  readonly key: string;
  readonly entry: OutboxEntry;
}

const jobId = (name: string, key: string): string => `${name}/${key}`;

const add = async (queue: Queue, jobs: readonly BullJob[]): Promise<void> => {
  if (jobs.length > fewJobs) await queue.addBulk([...jobs]);
  else for (const { name, data, opts } of jobs) await queue.add(name, data, opts);
};

type BullJob = Parameters<Queue['addBulk']>[0][number];

const toBull = ({ type, key, entry }: JobToAdd): BullJob => ({
  name: type.name,
  data: entry.data,
  opts: {
    jobId: jobId(type.name, key),
    delay: Math.ceil(entry.delayMs),
    // Jobs without a priority come before all that have one.
    ...(type.yields && { priority: 1 }),
    attempts: type.attempts,
    backoff: { type: 'exponential', delay: type.backoffMs },
    removeOnComplete: true,
    removeOnFail: { age: 14 * 24 * 3600, count: 10_000 },
  },
});
