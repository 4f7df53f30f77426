import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import { JobRunner } from './job-runner.js';
import { JobTable } from './job-table.js';
import { OutboxStore } from './outbox-store.js';
import type { OutboxEntry } from './outbox-store.js';

/**
 * Runs what is due at the clock's time, one after the other, without a queue: for scenarios in calendar time and
 * for the demo's past. The outbox is the schedule; a failing job throws.
 */
@Injectable()
export class Drain {
  constructor(
    private readonly database: Database,
    private readonly store: OutboxStore,
    private readonly table: JobTable,
    private readonly runner: JobRunner,
  ) {}

  /** Runs everything due, also what that work itself asks for. Gives the number of jobs run. */
  async runDue(): Promise<number> {
    for (let count = 0; ; count++) {
      const entry = await this.take();
      if (!entry) return count;
      await this.perform(entry);
    }
  }

  /** Runs every sweep once, then what they asked for. */
  async sweep(): Promise<void> {
    for (const { useCase } of this.table.sweeps) await this.runner.sweep(useCase);
    await this.runDue();
  }

  private take(): Promise<OutboxEntry | undefined> {
    return this.database.asSystem(async (tx) => {
      const entry = await this.store.nextDue(tx);
      if (!entry) return undefined;
      await this.store.delete(tx, [entry.id]);
      if (entry.kind === 'removal') await this.store.deleteJob(tx, entry.name, entry.key);
      return entry;
    });
  }

  private async perform(entry: OutboxEntry): Promise<void> {
    if (entry.kind === 'job') await this.runner.run(entry.name, entry.data);
    if (entry.kind === 'fact') {
      for (const { type } of this.table.listenersOf(entry.name))
        await this.runner.run(type.name, entry.data);
    }
  }
}
