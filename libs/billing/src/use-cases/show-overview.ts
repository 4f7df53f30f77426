import { Clock, jstDate, jstMonth } from '#lib/kernel';
import type { YearMonth } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { MoneyMattersStore } from '../store/money-matters.store.js';
import type { MoneyMatters } from '../store/money-matters.store.js';
import { OverviewStore } from '../store/overview.store.js';
import type { Overview } from '../store/overview.store.js';

export interface OverviewOfMonth extends Overview {
  readonly month: YearMonth;
  readonly waiting: MoneyMatters;
}

/** Days after which a bank that was asked for debits has answered. */
const daysToAnswer = 5;

/** The provider's figures of a month, the present one unless said otherwise, and what waits for a person. */
@Injectable()
export class ShowOverview {
  constructor(
    private readonly database: Database,
    private readonly overview: OverviewStore,
    private readonly matters: MoneyMattersStore,
    private readonly clock: Clock,
  ) {}

  async execute(given: YearMonth | null): Promise<OverviewOfMonth> {
    const now = this.clock.now();
    const month = given ?? jstMonth(now);
    const today = jstDate(now);
    return this.database.asSystem(async (tx) => ({
      month,
      ...(await this.overview.of(tx, month, today.toString())),
      waiting: await this.matters.of(tx, now, today.subtract({ days: daysToAnswer })),
    }));
  }
}
