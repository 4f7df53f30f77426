import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { nightOf } from '../domain/night.js';
import { nightlyErasure } from '../jobs/nightly-erasure.job.js';
import { ErasureLogStore } from '../store/erasure-log.store.js';

/** Asks for the run of the day when it is time and it is not whole yet. */
@Injectable()
export class AskForErasure {
  constructor(
    private readonly database: Database,
    private readonly erasures: ErasureLogStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    const now = this.clock.now();
    const day = nightOf(now);
    if (!day) return;
    await this.database.asSystem(async (tx) => {
      if (!(await this.erasures.begin(tx, day, now))) return;
      await this.outbox.add(tx, nightlyErasure, { day: day.toString() });
    });
  }
}
