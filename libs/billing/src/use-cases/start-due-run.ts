import { Clock, jstMonth, startOfJstDay } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { runDates } from '../domain/calendar/debit-schedule.js';
import { BillingSettingsStore } from '../store/billing-settings.store.js';
import { RunsStore } from '../store/runs.store.js';
import { StartRun } from './start-run.js';

/** Starts the month's run on its day, the 11th at 00:00 in Japan, once. @decision D-03 */
@Injectable()
export class StartDueRun {
  constructor(
    private readonly database: Database,
    private readonly runs: RunsStore,
    private readonly settings: BillingSettingsStore,
    private readonly startRun: StartRun,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    const now = this.clock.now();
    const month = jstMonth(now);
    const isDue = await this.database.asSystem(async (tx) => {
      const settings = await this.settings.latest(tx);
      if (!settings || now < startOfJstDay(runDates(month, settings.debitSchedule).issueDay))
        return false;
      return !(await this.runs.isOpen(tx, month));
    });
    if (isDue) await this.startRun.execute({ month, actor: { kind: 'system' } });
  }
}
