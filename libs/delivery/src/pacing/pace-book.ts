import { Clock } from '#lib/kernel';
import { Config, readRelayList } from '#platform/config';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { closedBreaker } from '../domain/breaker.js';
import type { Breaker } from '../domain/breaker.js';
import { defaultLimit } from '../domain/domain-limits.js';
import type { DomainLimit } from '../domain/domain-limits.js';
import { BreakerStore } from '../store/breaker-store.js';
import type { StoredBreaker } from '../store/breaker-store.js';
import { PacingSettingsStore } from '../store/pacing-settings-store.js';

/** A relay as it is to be used now. */
export interface RelayState {
  readonly name: string;
  readonly enabled: boolean;
  readonly weight: number;
  readonly perSecond: number | null;
  readonly breaker: Breaker;
}

type Kind = StoredBreaker['kind'];

/** What others decided is taken over at the latest after this long. */
const staleMs = 2000;

/**
 * What this process knows about relays and recipient domains: read from the database every two seconds, and what it
 * finds out by itself until that is written there. Looking something up costs nothing.
 */
@Injectable()
export class PaceBook {
  private readAtMs: number | undefined;
  private settings: readonly RelaySettings[] = [];
  private limits: ReadonlyMap<string, DomainLimit> = new Map();
  private readonly breakers = new Map<string, Breaker>();
  private readonly unwritten = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly store: PacingSettingsStore,
    private readonly breakerStore: BreakerStore,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Outside any transaction. */
  async refresh(): Promise<void> {
    const nowMs = this.clock.now().getTime();
    if (this.readAtMs !== undefined && Math.abs(nowMs - this.readAtMs) < staleMs) return;
    this.readAtMs = nowMs;
    await this.database.asSystem(async (tx) => {
      this.settings = await this.store.relays(tx);
      const domains = await this.store.domains(tx);
      this.limits = new Map(domains.map(({ domain, ...limit }) => [domain, limit]));
      this.takeOver(await this.breakerStore.all(tx));
    });
  }

  /** Lets the next look be a fresh one: somebody changed a setting. */
  forget(): void {
    this.readAtMs = undefined;
  }

  relays(): RelayState[] {
    return readRelayList(this.config.get('SMTP_URL')).map(({ name, weight, perSecond }) => {
      const set = this.settings.find((setting) => setting.name === name);
      return {
        name,
        enabled: set?.enabled ?? true,
        weight: set?.weight ?? weight,
        perSecond: set?.perSecond ?? perSecond,
        breaker: this.breaker('relay', name),
      };
    });
  }

  limitOf(domain: string): DomainLimit {
    return this.limits.get(domain) ?? defaultLimit(domain);
  }

  breaker(kind: Kind, name: string): Breaker {
    return this.breakers.get(`${kind} ${name}`) ?? closedBreaker;
  }

  /** Others learn of it when it is written; refusals that opened nothing stay here. */
  setBreaker(kind: Kind, name: string, next: Breaker): void {
    const key = `${kind} ${name}`;
    const before = this.breaker(kind, name);
    if (next === before) return;
    if (next === closedBreaker) this.breakers.delete(key);
    else this.breakers.set(key, next);
    if (next.state !== before.state || next.trips !== before.trips) this.unwritten.add(key);
  }

  get hasNews(): boolean {
    return this.unwritten.size > 0;
  }

  /** Within a transaction of the system. */
  async write(tx: Tx): Promise<void> {
    for (const key of [...this.unwritten].sort()) {
      const [kind = '', name = ''] = key.split(' ');
      await this.breakerStore.save(tx, kind as Kind, name, this.breaker(kind as Kind, name));
    }
    tx.afterCommit(() => {
      this.unwritten.clear();
    });
  }

  private takeOver(stored: readonly StoredBreaker[]): void {
    const known = new Set(stored.map(({ kind, name }) => `${kind} ${name}`));
    for (const [key, { state }] of this.breakers)
      if (state !== 'closed' && !known.has(key) && !this.unwritten.has(key))
        this.breakers.delete(key);
    for (const { kind, name, ...breaker } of stored)
      if (!this.unwritten.has(`${kind} ${name}`)) this.breakers.set(`${kind} ${name}`, breaker);
  }
}

type RelaySettings = Awaited<ReturnType<PacingSettingsStore['relays']>>[number];
