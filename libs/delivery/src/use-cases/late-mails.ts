import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Log } from '#platform/log';
import { Injectable } from '@nestjs/common';
import { DomainGate } from '../pacing/domain-gate.js';
import { FinishMailing } from './finish-mailing.js';
import type { Flight } from './flight.js';
import { SettleAttempt } from './settle-attempt.js';
import { untilWritten } from './until-written.js';

/**
 * Mails that take long: they go on by themselves, in a lane of their own, while the lane they came from sends others.
 * Until they are over no further mail goes to their domains.
 */
@Injectable()
export class LateMails {
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly settle: SettleAttempt,
    private readonly finish: FinishMailing,
    private readonly gate: DomainGate,
    private readonly log: Log,
  ) {}

  /** @param written how many of the flight's landed mails are settled already */
  follow(tenantId: TenantId, flight: Flight, written: number): void {
    const domains = [...new Set(flight.late.map(({ due }) => due.domain))];
    for (const domain of domains) this.gate.slow(domain);
    const end = this.untilOver(tenantId, flight, written)
      .catch((error: unknown) => {
        this.log.failure('delivery.late-mails', error, { campaign: flight.lane.campaignId });
      })
      .finally(() => {
        for (const domain of domains) this.gate.slowEnded(domain);
        this.underWay.delete(end);
      });
    this.underWay.add(end);
  }

  /** Resolves when none is under way. */
  async ended(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private async untilOver(tenantId: TenantId, flight: Flight, written: number): Promise<void> {
    await flight.all();
    const { lane, attempt } = flight;
    const sent = flight.landed.slice(written);
    await untilWritten(() =>
      this.settle.execute(tenantId, lane, attempt.attemptId, { sent, ends: true }),
    );
    await this.database.inTenant(tenantId, (tx) =>
      this.finish.within(tx, tenantId, lane.campaignId),
    );
  }
}
