import { Clock } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import { Log } from '../log/index.js';
import { JobRunner } from './job-runner.js';
import { JobTable } from './job-table.js';
import type { SweepBinding } from './library-jobs.js';

const tickMs = 1000;

/** Calls each sweep at its period; an advisory lock keeps one sweep from running in two processes at once. */
@Injectable()
export class Sweeper {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private readonly last = new Map<SweepBinding, number>();

  constructor(
    private readonly table: JobTable,
    private readonly runner: JobRunner,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  start(): void {
    this.timer = setInterval(() => {
      this.running ??= this.tick().finally(() => {
        this.running = undefined;
      });
    }, tickMs);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private async tick(): Promise<void> {
    const now = this.clock.now().getTime();
    for (const sweep of this.table.sweeps) {
      if (now - (this.last.get(sweep) ?? 0) < sweep.everySeconds * 1000) continue;
      this.last.set(sweep, now);
      await this.runAlone(sweep).catch((error: unknown) => {
        this.log.failure('sweep.failed', error, { sweep: sweep.useCase.name });
      });
    }
  }

  private runAlone(sweep: SweepBinding): Promise<void> {
    return this.database.asSystem(async (tx) => {
      const [row] = await tx.query<{ mine: boolean }>(
        `SELECT pg_try_advisory_xact_lock(hashtext('sweep'), hashtext($1)) AS mine`,
        [sweep.useCase.name],
      );
      if (row?.mine) await this.runner.sweep(sweep.useCase);
    });
  }
}
