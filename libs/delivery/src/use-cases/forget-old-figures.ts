import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { BreakerStore } from '../store/breaker-store.js';
import { TrafficStore } from '../store/traffic-store.js';

/** Drops figures of two days ago and breakers nobody has met for a day. */
@Injectable()
export class ForgetOldFigures {
  constructor(
    private readonly database: Database,
    private readonly traffic: TrafficStore,
    private readonly breakers: BreakerStore,
  ) {}

  async execute(): Promise<void> {
    await this.database.asSystem(async (tx) => {
      await this.traffic.forgetOld(tx);
      await this.breakers.forgetOld(tx);
    });
  }
}
