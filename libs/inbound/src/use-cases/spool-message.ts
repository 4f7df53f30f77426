import { Clock, newId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Log } from '#platform/log';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { processInbound } from '../jobs/process-inbound.job.js';
import { InboundMessages } from '../store/inbound-messages.store.js';

interface Taken {
  readonly nullSender: boolean;
  readonly recipients: readonly string[];
  readonly raw: Buffer;
}

/** Makes a message ours: when this returns, it is written down with the job that sorts it, and may be acknowledged. */
@Injectable()
export class SpoolMessage {
  constructor(
    private readonly database: Database,
    private readonly messages: InboundMessages,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Gives the id by which both sides can speak of it. */
  async execute(taken: Taken): Promise<string> {
    const arrivedAt = this.clock.now();
    const id = newId(arrivedAt);
    await this.database.asSystem(async (tx) => {
      await this.messages.add(tx, { id, arrivedAt, ...taken });
      await this.outbox.add(tx, processInbound, { messageId: id });
    });
    this.log.event('inbound.taken', { messageId: id, bytes: taken.raw.length });
    return id;
  }
}
