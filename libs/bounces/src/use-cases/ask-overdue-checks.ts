import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { StreakChecks } from '../store/streak-checks.store.js';

const graceMs = 60_000;
const most = 1_000;

/** Asks again for judgements whose job a lost queue has forgotten. */
@Injectable()
export class AskOverdueChecks {
  constructor(
    private readonly database: Database,
    private readonly checks: StreakChecks,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    const now = this.clock.now();
    await this.database.asSystem(async (tx) => {
      const before = new Date(now.getTime() - graceMs);
      for (const check of await this.checks.overdue(tx, before, most))
        await this.checks.hurry(tx, check, now);
    });
  }
}
