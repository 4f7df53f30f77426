import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { SmtpPool } from '#platform/smtp';
import { Injectable } from '@nestjs/common';
import { admitted, afterFailure, afterSuccess, probing, relayRule } from '../domain/breaker.js';
import type { Handover } from '../domain/outcome.js';
import { relayPressure } from '../domain/pressure.js';
import { PaceBuckets } from '../store/pace-buckets.js';
import type { Allowance } from './allowance.js';
import { DomainGate } from './domain-gate.js';
import { DrawAllowance } from './draw-allowance.js';
import { PaceBook } from './pace-book.js';
import { TrafficLog } from './traffic-log.js';

/**
 * How fast mails leave: asked at the beginning of a turn how many may, told how each ended. What nobody limits costs
 * nothing but a look into memory.
 */
@Injectable()
export class Pacing {
  constructor(
    private readonly database: Database,
    private readonly book: PaceBook,
    private readonly gate: DomainGate,
    private readonly drawing: DrawAllowance,
    private readonly buckets: PaceBuckets,
    private readonly traffic: TrafficLog,
    private readonly pool: SmtpPool,
    private readonly clock: Clock,
  ) {}

  /** How many mails the next turn may send. Outside any transaction. */
  async open(tenantId: TenantId, campaignId: string, microBatches: number): Promise<Allowance> {
    await this.book.refresh();
    const now = this.clock.now();
    for (const { name, enabled, breaker } of this.book.relays())
      if (enabled && admitted(breaker, now) === 'probe')
        this.book.setBreaker('relay', name, probing(breaker, relayRule, now));
    return this.drawing.execute(tenantId, campaignId, this.pool.size, microBatches);
  }

  /** Before each micro-batch, outside any transaction. */
  async prepare(): Promise<void> {
    await this.gate.prepare();
  }

  /** Notes how a mail ended, and how long it took. */
  learn(relay: string | undefined, domain: string, handover: Handover, tookMs: number): void {
    this.traffic.count(relay, domain, handover);
    this.gate.learn(domain, handover, tookMs);
    if (relay === undefined) return;
    const pressure = relayPressure(handover);
    const before = this.book.breaker('relay', relay);
    if (pressure === 'fine') this.book.setBreaker('relay', relay, afterSuccess(before));
    if (pressure !== 'pushed-back') return;
    const reason = handover.kind === 'replied' ? `${handover.code}` : 'no-connection';
    const failure = { now: this.clock.now(), random: Math.random(), reason };
    this.book.setBreaker('relay', relay, afterFailure(before, relayRule, failure));
  }

  /** Gives back what the turn did not use and writes what it found out. */
  async close(allowance: Allowance): Promise<void> {
    const unused = allowance.unused().sort((a, b) => (a.key < b.key ? -1 : 1));
    if (unused.length === 0 && !this.book.hasNews && !this.traffic.hasNews) return;
    await this.database.asSystem(async (tx) => {
      for (const { key, rate, granted } of unused)
        await this.buckets.giveBack(tx, key, rate, granted);
      await this.book.write(tx);
      await this.traffic.write(tx);
    });
  }
}
