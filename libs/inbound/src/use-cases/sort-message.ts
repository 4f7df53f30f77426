import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Log } from '#platform/log';
import { Injectable } from '@nestjs/common';
import { countReceived, mostHands } from '../domain/count-received.js';
import type { InboundMessage, Outcome, Settlement } from '../domain/inbound-message.js';
import { InboundMessages } from '../store/inbound-messages.store.js';
import { AuthenticateMessage } from './authenticate-message.js';
import { DeliverMessage } from './deliver-message.js';
import { readLetter, unread } from './read-letter.js';
import { FindMailbox } from './find-mailbox.js';
import type { Mailbox } from './find-mailbox.js';

/**
 * Sorts one spooled message to those it concerns. All that it changes and its end are one transaction: it is done
 * once, whatever dies on the way.
 */
@Injectable()
export class SortMessage {
  constructor(
    private readonly database: Database,
    private readonly messages: InboundMessages,
    private readonly findMailbox: FindMailbox,
    private readonly authenticate: AuthenticateMessage,
    private readonly deliver: DeliverMessage,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async execute({ messageId }: { messageId: string }): Promise<void> {
    const message = await this.database.asSystem((tx) => this.messages.waiting(tx, messageId));
    if (!message) return;
    const isLoop = countReceived(message.raw) > mostHands;
    const outcome = await (isLoop ? this.drop(message) : this.sort(message));
    if (outcome) this.log.event('inbound.settled', { messageId, outcome });
  }

  private drop(message: InboundMessage): Promise<Outcome | undefined> {
    return this.end(message, () => Promise.resolve('loop'), null);
  }

  private async sort(message: InboundMessage): Promise<Outcome | undefined> {
    const mailboxes: Mailbox[] = [];
    for (const recipient of message.recipients) {
      const mailbox = await this.findMailbox.execute(recipient);
      if (mailbox) mailboxes.push(mailbox);
    }
    // A return path is signed: it says all that there is to know, and reports are the bulk of what comes.
    const isKnown = mailboxes.every(({ kind }) => kind === 'return-path');
    const authentication = isKnown ? null : await this.authenticate.execute(message);
    const letter = isKnown ? unread : await readLetter(message);
    const opened = { message, letter, authentication };
    const deliver = (tx: Tx): Promise<Outcome> => this.deliver.within(tx, opened, mailboxes);
    return this.end(message, deliver, authentication);
  }

  /** Undefined when somebody else was faster. */
  private end(
    message: InboundMessage,
    deliver: (tx: Tx) => Promise<Outcome>,
    authentication: Settlement['authentication'],
  ): Promise<Outcome | undefined> {
    return this.database.asSystem(async (tx) => {
      if (!(await this.messages.lock(tx, message.id))) return undefined;
      const outcome = await deliver(tx);
      const settlement = { outcome, authentication };
      await this.messages.settle(tx, message.id, settlement, this.clock.now());
      return outcome;
    });
  }
}
