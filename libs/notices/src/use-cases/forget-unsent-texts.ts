import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { NoticesStore } from '../store/notices.store.js';

const keptMs = 7 * 86_400_000;

/** Clears the texts, with the links in them, of notices that no relay took within seven days. */
@Injectable()
export class ForgetUnsentTexts {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticesStore,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - keptMs);
    await this.database.asSystem((tx) => this.notices.clearBodies(tx, before));
  }
}
