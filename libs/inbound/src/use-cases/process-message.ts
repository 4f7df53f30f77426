import { ReceiveReport, readReport } from '#lib/bounces';
import { Clock } from '#lib/kernel';
import { UnsubscribeByToken } from '#lib/subscribers';
import { Database } from '#platform/database';
import { Log } from '#platform/log';
import { Injectable } from '@nestjs/common';
import { countReceived, mostHands } from '../domain/count-received.js';
import { InboundMessages } from '../store/inbound-messages.store.js';
import type { InboundMessage, SortedAs } from '../store/inbound-messages.store.js';
import { FindMailbox } from './find-mailbox.js';

/** Sorts one spooled message to those it concerns. Each step may be done twice without harm. */
@Injectable()
export class ProcessMessage {
  constructor(
    private readonly database: Database,
    private readonly messages: InboundMessages,
    private readonly findMailbox: FindMailbox,
    private readonly receiveReport: ReceiveReport,
    private readonly unsubscribe: UnsubscribeByToken,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async execute({ messageId }: { messageId: string }): Promise<void> {
    const message = await this.database.asSystem((tx) => this.messages.waiting(tx, messageId));
    if (!message) return;
    const as = await this.sort(message);
    await this.database.asSystem((tx) => this.messages.settle(tx, messageId, as, this.clock.now()));
    this.log.event('inbound.settled', { messageId, as });
  }

  private async sort(message: InboundMessage): Promise<SortedAs> {
    if (countReceived(message.raw) > mostHands) return 'dropped';
    const ends: SortedAs[] = [];
    for (const recipient of message.recipients) ends.push(await this.deliver(message, recipient));
    return ends.includes('kept') ? 'kept' : 'sorted';
  }

  private async deliver(message: InboundMessage, recipient: string): Promise<SortedAs> {
    const mailbox = await this.findMailbox.execute(recipient);
    switch (mailbox?.kind) {
      case 'return-path':
        await this.receiveReport.execute({ ...message, ref: mailbox.ref });
        return 'sorted';
      case 'unsubscribe':
        if (isFromPerson(message))
          await this.unsubscribe.execute({
            token: mailbox.token,
            method: 'mail',
            at: message.arrivedAt,
          });
        return 'sorted';
      case 'operator':
        return 'kept';
      case undefined:
        return 'sorted'; // it was ours when it came: the key or the mail domain has changed since
    }
  }
}

/** Reports and automatic answers express nobody's wish. @rfc 3834 */
const isFromPerson = ({ nullSender, raw }: InboundMessage): boolean =>
  !nullSender && readReport(raw).kind === 'not-a-bounce';
