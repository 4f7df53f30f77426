import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { BudgetStore } from '../store/budget-store.js';
import { OptInStore } from '../store/opt-in-store.js';
import { ExpireOptIn } from './expire-opt-in.js';

const batch = 500;

/** Forgets wishes whose time is over, and counts that have ended. */
@Injectable()
export class SweepOptIns {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly requests: OptInStore,
    private readonly budgets: BudgetStore,
    private readonly expire: ExpireOptIn,
  ) {}

  async execute(): Promise<void> {
    const now = this.clock.now();
    await this.database.asSystem((tx) => this.budgets.forgetEnded(tx, now));
    for (;;) {
      const expired = await this.database.asSystem((tx) => this.requests.expired(tx, now, batch));
      for (const request of expired) await this.expire.execute(request);
      if (expired.length < batch) return;
    }
  }
}
