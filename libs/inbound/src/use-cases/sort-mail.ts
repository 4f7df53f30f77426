import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { Log } from '#platform/log';
import { Injectable } from '@nestjs/common';
import type { InboundMessage, Settlement } from '../domain/inbound-message.js';
import { InboundMessages } from '../store/inbound-messages.store.js';
import { DeliverMessage } from './deliver-message.js';
import { OpenMessage } from './open-message.js';
import type { OpenedMessage } from './open-message.js';

/**
 * Sorts the messages of a batch to those they concern. All that a message changes and its end are one transaction:
 * it is done once, whatever dies on the way. Reports, which are the bulk of what comes and hold nobody up, share one.
 */
@Injectable()
export class SortMail {
  constructor(
    private readonly database: Database,
    private readonly messages: InboundMessages,
    private readonly open: OpenMessage,
    private readonly deliver: DeliverMessage,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** One that fails holds up no other. @throws the last failure, so that the job comes again for what is left */
  async execute({ batchId }: { batchId: string }): Promise<void> {
    const failures: unknown[] = [];
    for (
      let messages = await this.waiting(batchId, null);
      messages.length > 0;
      messages = await this.waiting(batchId, messages.at(-1)?.id ?? null)
    )
      failures.push(...(await this.sort(messages)));
    if (failures.length > 0) throw failures.at(-1);
  }

  private waiting(batchId: string, after: string | null): Promise<InboundMessage[]> {
    return this.database.asSystem((tx) => this.messages.waitingIn(tx, batchId, after));
  }

  /** Gives what went wrong. */
  private async sort(messages: readonly InboundMessage[]): Promise<unknown[]> {
    const opened = await Promise.all(messages.map((message) => this.open.execute(message)));
    const failures = await this.settle(opened.filter(({ isReport }) => isReport));
    for (const one of opened.filter(({ isReport }) => !isReport))
      failures.push(...(await this.settle([one])));
    return failures;
  }

  /** Together, or else each by itself, so that one that cannot be sorted takes no other with it. */
  private async settle(opened: readonly OpenedMessage[]): Promise<unknown[]> {
    try {
      if (opened.length > 0) await this.settleTogether(opened);
      return [];
    } catch (error) {
      const [{ message }, ...others] = opened as [OpenedMessage, ...OpenedMessage[]];
      if (others.length === 0) {
        this.log.failure('inbound.not-sorted', error, { messageId: message.id });
        return [error];
      }
      const failures: unknown[] = [];
      for (const one of opened) failures.push(...(await this.settle([one])));
      return failures;
    }
  }

  private settleTogether(opened: readonly OpenedMessage[]): Promise<void> {
    return this.database.asSystem(async (tx) => {
      const ids = opened.map(({ message }) => message.id);
      const ours = await this.messages.lock(tx, ids);
      const settlements: Settlement[] = [];
      for (const one of opened.filter(({ message }) => ours.has(message.id))) {
        const outcome = await this.deliver.within(tx, one);
        settlements.push({ id: one.message.id, outcome, authentication: one.authentication });
      }
      await this.messages.settle(tx, settlements, this.clock.now());
      tx.afterCommit(() => {
        for (const { id: messageId, outcome } of settlements)
          this.log.event('inbound.settled', { messageId, outcome });
      });
    });
  }
}
