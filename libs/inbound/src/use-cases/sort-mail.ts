import { Database } from '#platform/database';
import { Log } from '#platform/log';
import { Injectable } from '@nestjs/common';
import { InboundMessages } from '../store/inbound-messages.store.js';
import { SortMessage } from './sort-message.js';

/** Sorts the messages of a batch. One that fails holds up no other. */
@Injectable()
export class SortMail {
  constructor(
    private readonly database: Database,
    private readonly messages: InboundMessages,
    private readonly sortMessage: SortMessage,
    private readonly log: Log,
  ) {}

  /** @throws the last failure, so that the job comes again for what is left */
  async execute({ batchId }: { batchId: string }): Promise<void> {
    const ids = await this.database.asSystem((tx) => this.messages.waitingIn(tx, batchId));
    let failure: Error | undefined;
    for (const messageId of ids)
      await this.sortMessage.execute({ messageId }).catch((error: unknown) => {
        this.log.failure('inbound.not-sorted', error, { messageId });
        failure = error instanceof Error ? error : new Error('not sorted');
      });
    if (failure) throw failure;
  }
}
