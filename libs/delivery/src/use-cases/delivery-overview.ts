import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { DomainLimit } from '../domain/domain-limits.js';
import { defaultLimit, limitedDomains } from '../domain/domain-limits.js';
import { PaceBook } from '../pacing/pace-book.js';
import type { RelayState } from '../pacing/pace-book.js';
import { BreakerStore } from '../store/breaker-store.js';
import type { StoredBreaker } from '../store/breaker-store.js';
import { DeliveryOverviewStore } from '../store/delivery-overview-store.js';
import type { OpenMailing } from '../store/delivery-overview-store.js';
import { PacingSettingsStore } from '../store/pacing-settings-store.js';
import { TrafficStore } from '../store/traffic-store.js';
import type { TrafficCounts } from '../store/traffic-store.js';

const windowMinutes = 5;
const mostNames = 500;
const minuteMs = 60_000;

const nothing: TrafficCounts = { accepted: 0, refused: 0, putOff: 0, unclear: 0 };

/** With what left in the last five minutes. */
export interface WatchedRelay extends RelayState {
  readonly traffic: TrafficCounts;
}

export interface WatchedDomain extends DomainLimit {
  readonly domain: string;
  /** Whether an operator set the limit. */
  readonly own: boolean;
  readonly breaker: StoredBreaker | null;
  readonly traffic: TrafficCounts;
}

export interface Overview {
  readonly mailings: readonly OpenMailing[];
  readonly undecided: number;
  readonly relays: readonly WatchedRelay[];
  readonly domains: readonly WatchedDomain[];
}

/** What operators watch while mails leave, over all tenants. */
@Injectable()
export class DeliveryOverview {
  constructor(
    private readonly database: Database,
    private readonly book: PaceBook,
    private readonly store: DeliveryOverviewStore,
    private readonly settings: PacingSettingsStore,
    private readonly breakers: BreakerStore,
    private readonly traffic: TrafficStore,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<Overview> {
    this.book.forget();
    await this.book.refresh();
    return this.database.asSystem(async (tx) => {
      const since = new Date(this.clock.now().getTime() - windowMinutes * minuteMs);
      const traffic = new Map(
        (await this.traffic.since(tx, since, mostNames)).map(({ kind, name, ...counts }) => [
          `${kind} ${name}`,
          counts,
        ]),
      );
      const breakers = new Map(
        (await this.breakers.all(tx))
          .filter(({ kind }) => kind === 'domain')
          .map((breaker) => [breaker.name, breaker]),
      );
      const own = new Map(
        (await this.settings.domains(tx)).map(({ domain, ...limit }) => [domain, limit]),
      );
      const busy = [...traffic.keys()].flatMap((key) =>
        key.startsWith('domain ') ? [key.slice('domain '.length)] : [],
      );
      const names = new Set([...breakers.keys(), ...own.keys(), ...busy, ...limitedDomains]);
      return {
        mailings: await this.store.mailings(tx),
        undecided: await this.store.undecided(tx),
        relays: this.book.relays().map((relay) => ({
          ...relay,
          traffic: traffic.get(`relay ${relay.name}`) ?? nothing,
        })),
        domains: [...names].map((domain) => ({
          domain,
          ...(own.get(domain) ?? defaultLimit(domain)),
          own: own.has(domain),
          breaker: breakers.get(domain) ?? null,
          traffic: traffic.get(`domain ${domain}`) ?? nothing,
        })),
      };
    });
  }
}
