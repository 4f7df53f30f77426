import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { admitted, afterFailure, afterSuccess, domainRule, probing } from '../domain/breaker.js';
import type { Handover } from '../domain/outcome.js';
import { domainPressure } from '../domain/pressure.js';
import { rateOf } from '../domain/token-bucket.js';
import { PaceBuckets } from '../store/pace-buckets.js';
import { DomainQueue } from './domain-queue.js';
import { PaceBook } from './pace-book.js';

interface Row {
  readonly deliveryNo: number;
  readonly domain: string;
}

/** A row that may not leave yet. */
export interface Later {
  readonly deliveryNo: number;
  readonly at: Date;
}

/** How long mails to a domain that lets us wait stay away from it. */
const slowPauseMs = 10_000;
/** So many mails at once go to a domain that lets us wait: once a mailing has no others left, it would take every connection. */
const slowPlaces = 4;
/** A domain that answers within this time is slow no longer. */
const quickMs = 2_000;
/** Mails that had to wait for a breaker come back within this time, not all at once. */
const spreadMs = 30_000;

/** Lets mails pass to each recipient domain as fast as it wants them, and keeps the others from waiting for it. */
@Injectable()
export class DomainGate {
  private readonly queues = new Map<string, DomainQueue>();

  constructor(
    private readonly database: Database,
    private readonly book: PaceBook,
    private readonly buckets: PaceBuckets,
    private readonly clock: Clock,
  ) {}

  /** Draws for those domains whose mails were put off for want of it. Outside any transaction. */
  async prepare(): Promise<void> {
    const now = this.clock.now();
    const asking = [...this.queues.values()].filter((queue) => queue.asks(now));
    if (asking.length === 0) return;
    await this.database.asSystem(async (tx) => {
      for (const queue of asking.sort((a, b) => (a.domain < b.domain ? -1 : 1))) {
        const { perSecond } = this.book.limitOf(queue.domain);
        if (perSecond === null) continue;
        const rate = rateOf(perSecond);
        const wish = { wanted: Math.min(queue.wanted, Math.ceil(rate.burst)), small: true };
        const drawn = await this.buckets.draw(tx, `domain:${queue.domain}`, rate, wish);
        queue.receive(drawn.granted, now, drawn.nextAt);
      }
    });
  }

  /** Those that may not leave now, and when; all others may. */
  admit(rows: readonly Row[]): Later[] {
    const now = this.clock.now();
    return rows.flatMap(({ deliveryNo, domain }) => {
      const at = this.notBefore(domain, now);
      return at ? [{ deliveryNo, at }] : [];
    });
  }

  /** Waits until the domain has room for a further mail. Undefined when `tired` came first. */
  enter(domain: string, tired: AbortSignal): Promise<(() => void) | undefined> {
    const { connections } = this.book.limitOf(domain);
    const places = Math.min(
      connections ?? Infinity,
      this.queues.get(domain)?.isSlow ? slowPlaces : Infinity,
    );
    if (places === Infinity) return Promise.resolve(() => undefined);
    return this.queue(domain).enter(places, tired);
  }

  /** Notes how a mail ended, and how long it took. */
  learn(domain: string, handover: Handover, tookMs: number): void {
    const queue = this.queues.get(domain);
    if (queue?.isSlow && handover.kind === 'replied') queue.isSlow = tookMs > quickMs;
    const pressure = domainPressure(handover);
    const before = this.book.breaker('domain', domain);
    if (pressure === 'fine') this.book.setBreaker('domain', domain, afterSuccess(before));
    if (pressure !== 'pushed-back') return;
    const reason = handover.kind === 'replied' ? `${handover.code}` : 'connection-lost';
    const failure = { now: this.clock.now(), random: Math.random(), reason };
    this.book.setBreaker('domain', domain, afterFailure(before, domainRule, failure));
  }

  /** Mails to the domain take long: no others go there until these are over. */
  slow(domain: string): void {
    const queue = this.queue(domain);
    queue.slowMails++;
    queue.isSlow = true;
  }

  slowEnded(domain: string): void {
    this.queue(domain).slowMails--;
  }

  private notBefore(domain: string, now: Date): Date | undefined {
    const breaker = this.book.breaker('domain', domain);
    const pass = admitted(breaker, now);
    if (pass === 'none') return new Date(Number(breaker.until ?? now) + Math.random() * spreadMs);
    if (pass === 'probe') this.book.setBreaker('domain', domain, probing(breaker, domainRule, now));
    const queue = this.queues.get(domain);
    if (queue && queue.slowMails > 0)
      return new Date(now.getTime() + slowPauseMs * (1 + Math.random()));
    const { perSecond } = this.book.limitOf(domain);
    return perSecond === null ? undefined : this.queue(domain).spend(perSecond, now);
  }

  private queue(domain: string): DomainQueue {
    const known = this.queues.get(domain);
    if (known) return known;
    const fresh = new DomainQueue(domain);
    this.queues.set(domain, fresh);
    return fresh;
  }
}
