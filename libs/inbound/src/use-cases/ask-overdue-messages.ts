import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { keptDays } from '../domain/inbound-message.js';
import { sortMail } from '../jobs/sort-mail.job.js';
import { InboundMessages } from '../store/inbound-messages.store.js';
import { TakenLetters } from '../store/taken-letters.store.js';

const graceMs = 60_000;
const keptMs = keptDays * 86_400_000;
const most = 1_000;

/** Asks again for messages whose job a lost queue has forgotten, and forgets those sorted a month ago. */
@Injectable()
export class AskOverdueMessages {
  constructor(
    private readonly database: Database,
    private readonly messages: InboundMessages,
    private readonly taken: TakenLetters,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    const now = this.clock.now().getTime();
    const round = Math.floor(now / graceMs);
    await this.database.asSystem(async (tx) => {
      await this.messages.forget(tx, new Date(now - keptMs));
      await this.taken.forget(tx, new Date(now - keptMs));
      for (const batchId of await this.messages.overdue(tx, new Date(now - graceMs), most))
        await this.outbox.add(tx, sortMail, { batchId }, { key: `${batchId}.${round}` });
    });
  }
}
