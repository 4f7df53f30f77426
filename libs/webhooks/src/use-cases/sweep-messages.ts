import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { sendMessageJob } from '../jobs/send-message.job.js';
import { MessagesStore } from '../store/messages.store.js';

const lateMs = 5 * 60_000;
const historyMs = 30 * 86_400_000;

/** Asks again for tries that a lost queue forgot, and forgets messages after thirty days. */
@Injectable()
export class SweepMessages {
  constructor(
    private readonly database: Database,
    private readonly messages: MessagesStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    const now = this.clock.now().getTime();
    await this.database.asSystem(async (tx) => {
      for (const { tenantId, id, tries } of await this.messages.overdue(tx, new Date(now - lateMs)))
        await this.outbox.add(tx, sendMessageJob, { tenantId, messageId: id, tries });
      await this.messages.forget(tx, new Date(now - historyMs));
    });
  }
}
