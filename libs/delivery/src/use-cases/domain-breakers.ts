import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Breaker } from '../domain/breaker.js';
import { BreakerStore } from '../store/breaker-store.js';

/** Recipient domains that are sent nothing for now, because they pushed back again and again. */
@Injectable()
export class DomainBreakers {
  constructor(private readonly breakers: BreakerStore) {}

  /** By domain; one that is missing takes mail. In a transaction of the system. */
  async read(tx: Tx): Promise<ReadonlyMap<string, Breaker>> {
    const domains = (await this.breakers.all(tx)).filter(({ kind }) => kind === 'domain');
    return new Map(domains.map((breaker) => [breaker.name, breaker]));
  }
}
