import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { DomainFigures } from '../store/domain-figures.js';

const mostAtOnce = 20;

/** Counts by domain the large mailings that have moved, so that nobody who looks at a report waits for it. */
@Injectable()
export class CountDomains {
  constructor(
    private readonly database: Database,
    private readonly figures: DomainFigures,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    const stale = await this.database.asSystem((tx) => this.figures.stale(tx, mostAtOnce));
    for (const { tenantId, ...rows } of stale) {
      const at = this.clock.now();
      await this.database.inTenant(tenantId, (tx) => this.figures.keep(tx, tenantId, rows, at));
    }
  }
}
