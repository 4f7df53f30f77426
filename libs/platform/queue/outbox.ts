import { Clock } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/index.js';
import type { FactType, JobData, JobType } from './job-type.js';

interface JobTiming {
  /** Earliest instant; the present when absent. */
  readonly at?: Date;
  /** Replaces the key made from the data, for work that is asked for again on purpose. */
  readonly key?: string;
}

/**
 * Work and news, written in the transaction of the change that causes them: both happen or neither. A relay moves
 * them to the queue; nothing that must survive lives only there.
 */
@Injectable()
export class Outbox {
  constructor(private readonly clock: Clock) {}

  /** Asks for a job. */
  async add<D extends JobData>(
    tx: Tx,
    type: JobType<D>,
    data: D,
    timing: JobTiming = {},
  ): Promise<void> {
    await this.write(tx, 'job', type.name, timing.key ?? type.keyOf(data), data, timing.at);
  }

  /** Takes back a job that was asked for; a job that runs all the same must find nothing to do. */
  async remove<D extends JobData>(tx: Tx, type: JobType<D>, data: D): Promise<void> {
    await this.write(tx, 'removal', type.name, type.keyOf(data), {});
  }

  /** Tells a fact to whoever listens on a higher floor. */
  async tell<D extends JobData>(tx: Tx, fact: FactType<D>, data: D): Promise<void> {
    await this.write(tx, 'fact', fact.name, '', data);
  }

  private async write(
    tx: Tx,
    kind: string,
    name: string,
    key: string,
    data: JobData,
    at?: Date,
  ): Promise<void> {
    await tx.query(
      `WITH written AS (INSERT INTO outbox (kind, name, key, data, due_at) VALUES ($1, $2, $3, $4, $5))
       SELECT pg_notify('outbox', '')`,
      [kind, name, key, JSON.stringify(data), at ?? this.clock.now()],
    );
  }
}
