import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { patienceMs } from '../domain/request.js';
import { RequestsStore } from '../store/requests.store.js';

/** Ends requests for whose proof of identity or fee nobody waits any longer. @clause §2.5 */
@Injectable()
export class ExpireRequests {
  constructor(
    private readonly database: Database,
    private readonly requests: RequestsStore,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - patienceMs);
    await this.database.asSystem((tx) => this.requests.expire(tx, before));
  }
}
