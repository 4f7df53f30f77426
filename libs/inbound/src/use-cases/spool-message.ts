import { Clock, newId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Log } from '#platform/log';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import type { InboundMessage, TakenMessage } from '../domain/inbound-message.js';
import { sortMail } from '../jobs/sort-mail.job.js';
import { InboundMessages } from '../store/inbound-messages.store.js';

interface Waiting {
  readonly message: InboundMessage;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

const mostAtOnce = 100;

/**
 * Makes messages ours: when this returns, the message is written down with the job that sorts it, and may be
 * acknowledged. What comes while the database writes is written next, together: one commit for all of it.
 */
@Injectable()
export class SpoolMessage {
  private waiting: Waiting[] = [];
  private isWriting = false;

  constructor(
    private readonly database: Database,
    private readonly messages: InboundMessages,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Gives the id by which both sides can speak of it. */
  async execute(taken: TakenMessage): Promise<string> {
    const arrivedAt = this.clock.now();
    const message = { ...taken, id: newId(arrivedAt), arrivedAt };
    await new Promise<void>((resolve, reject) => {
      this.waiting.push({ message, resolve, reject });
      if (!this.isWriting) void this.writeAll();
    });
    this.log.event('inbound.taken', { messageId: message.id, bytes: taken.raw.length });
    return message.id;
  }

  private async writeAll(): Promise<void> {
    this.isWriting = true;
    while (this.waiting.length > 0) await this.write(this.waiting.splice(0, mostAtOnce));
    this.isWriting = false;
  }

  /** Never throws: each message hears of its own fate. One that cannot be written takes no other with it. */
  private async write(batch: readonly Waiting[]): Promise<void> {
    try {
      await this.keep(batch.map(({ message }) => message));
      for (const { resolve } of batch) resolve();
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const one of batch) await this.write([one]);
    }
  }

  private async keep(messages: readonly InboundMessage[]): Promise<void> {
    const batchId = newId(this.clock.now());
    await this.database.asSystem(async (tx) => {
      await this.messages.add(tx, batchId, messages);
      await this.outbox.add(tx, sortMail, { batchId });
    });
  }
}
