import { Clock, jstDate } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { CallsStore } from '../store/calls.store.js';

/** Erases calls whose time is over. @clause §3.7 class B */
@Injectable()
export class ForgetCalls {
  constructor(
    private readonly database: Database,
    private readonly calls: CallsStore,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    await this.database.asSystem((tx) => this.calls.forget(tx, jstDate(this.clock.now())));
  }
}
