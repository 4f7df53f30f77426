import { Clock, jstDate, jstMonth } from '#lib/kernel';
import type { YearMonth } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { OverviewStore } from '../store/overview.store.js';
import type { Overview } from '../store/overview.store.js';

/** The provider's figures of a month, the present one unless said otherwise. */
@Injectable()
export class ShowOverview {
  constructor(
    private readonly database: Database,
    private readonly overview: OverviewStore,
    private readonly clock: Clock,
  ) {}

  async execute(given: YearMonth | null): Promise<Overview & { month: YearMonth }> {
    const now = this.clock.now();
    const month = given ?? jstMonth(now);
    const today = jstDate(now).toString();
    const figures = await this.database.asSystem((tx) => this.overview.of(tx, month, today));
    return { month, ...figures };
  }
}
