import { Clock } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { Config } from '../config/index.js';
import { Database } from '../database/index.js';
import { openBackend } from './backend.js';
import type { QueueBackend } from './backend.js';
import { queueNames } from './job-type.js';
import type { QueueName } from './job-type.js';

export interface QueueFigures {
  readonly name: QueueName;
  readonly waiting: number;
  readonly delayed: number;
  readonly active: number;
  readonly failed: number;
  /** Age of the job that waits longest; null when none waits. */
  readonly oldestSeconds: number | null;
}

/** What was asked for and has not reached a queue yet. */
export interface OutboxFigures {
  readonly due: number;
  readonly oldestSeconds: number | null;
}

export interface FailedJob {
  readonly id: string;
  readonly name: string;
  readonly attempts: number;
  /** First line of the last failure, without addresses. */
  readonly reason: string;
  readonly failedAt: Date | null;
}

/** Looks at the queues from a process that does not work on them; connects when first asked. */
@Injectable()
export class QueueDesk implements OnApplicationShutdown {
  private backend: QueueBackend | undefined;
  private opened: ReadonlyMap<QueueName, Queue> | undefined;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  queues(): ReadonlyMap<QueueName, Queue> {
    if (this.opened) return this.opened;
    const backend = openBackend(this.config.get('QUEUE_URL'), this.config.get('QUEUE_PREFIX'));
    this.backend = backend;
    this.opened = new Map(
      queueNames.map((name) => {
        const queue = backend.queue(name);
        queue.on('error', () => undefined); // reconnects by itself; whoever asks gets the failure
        return [name, queue];
      }),
    );
    return this.opened;
  }

  figures(): Promise<QueueFigures[]> {
    return Promise.all(
      [...this.queues()].map(async ([name, queue]) => {
        const { waiting = 0, delayed = 0, active = 0, failed = 0 } = await queue.getJobCounts();
        const [oldest] = waiting > 0 ? await queue.getWaiting(0, 0) : [];
        const oldestSeconds = oldest ? this.secondsSince(oldest.timestamp) : null;
        return { name, waiting, delayed, active, failed, oldestSeconds };
      }),
    );
  }

  outbox(): Promise<OutboxFigures> {
    return this.database.asSystem(async (tx) => {
      const [row] = await tx.query<{ due: number; oldest: Date | null }>(
        'SELECT count(*)::int AS due, min(due_at) AS oldest FROM outbox WHERE due_at <= app_now()',
      );
      const oldest = row?.oldest;
      return {
        due: row?.due ?? 0,
        oldestSeconds: oldest ? this.secondsSince(oldest.getTime()) : null,
      };
    });
  }

  /** The latest ones first. */
  async failed(name: QueueName, from: number, limit: number): Promise<FailedJob[]> {
    const jobs =
      (await this.queues()
        .get(name)
        ?.getFailed(from, from + limit - 1)) ?? [];
    return jobs.map((job) => ({
      id: job.id ?? '',
      name: job.name,
      attempts: job.attemptsMade,
      reason: firstLine(job.failedReason),
      failedAt: job.finishedOn ? new Date(job.finishedOn) : null,
    }));
  }

  /** Puts a failed job back. False when there is none of that id. */
  async retry(name: QueueName, id: string): Promise<boolean> {
    const job = await this.queues().get(name)?.getJob(id);
    if (!job || (await job.getState()) !== 'failed') return false;
    await job.retry('failed');
    return true;
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...(this.opened?.values() ?? [])].map((queue) => queue.close()));
    await this.backend?.close();
  }

  private secondsSince(ms: number): number {
    return Math.max(0, Math.round((this.clock.now().getTime() - ms) / 1000));
  }
}

const firstLine = (text: string | undefined): string =>
  (text?.split('\n', 1)[0] ?? '').replaceAll(/[^\s<>"]+@[^\s<>"]+/g, '***').slice(0, 200);
