import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { StreakChecks } from '../store/streak-checks.store.js';
import { UnattributedReports } from '../store/unattributed-reports.store.js';

const graceMs = 60_000;
const most = 1_000;
const keptMs = 90 * 86_400_000;

/** Asks again for judgements whose job a lost queue has forgotten, and forgets old reports that nobody can be told from. */
@Injectable()
export class AskOverdueChecks {
  constructor(
    private readonly database: Database,
    private readonly checks: StreakChecks,
    private readonly unattributed: UnattributedReports,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    const now = this.clock.now();
    await this.database.asSystem(async (tx) => {
      const before = new Date(now.getTime() - graceMs);
      for (const check of await this.checks.overdue(tx, before, most))
        await this.checks.hurry(tx, check, now);
      await this.unattributed.forget(tx, new Date(now.getTime() - keptMs));
    });
  }
}
