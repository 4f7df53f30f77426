import { Injectable } from '@nestjs/common';
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import { FindMailbox } from '../use-cases/find-mailbox.js';
import { SpoolMessage } from '../use-cases/spool-message.js';
import { ClientLimits } from './client-limits.js';
import { readAll } from './read-all.js';
import { SmtpReply } from './smtp-reply.js';
import { withALabels } from './with-a-labels.js';

/** What we say to the other side's RCPT and DATA. */
@Injectable()
export class Reception {
  constructor(
    private readonly findMailbox: FindMailbox,
    private readonly spool: SpoolMessage,
    private readonly limits: ClientLimits,
  ) {}

  /** @throws SmtpReply when nobody here takes mail for that address */
  async checkRecipient(address: string, client: string): Promise<undefined> {
    const mailbox = await this.findMailbox.execute(withALabels(address));
    if (!mailbox)
      throw this.limits.mayGuess(client)
        ? new SmtpReply(550, 'No such mailbox here')
        : new SmtpReply(421, 'Too many unknown mailboxes');
    if (mailbox.kind === 'join' && !mailbox.isServing)
      throw new SmtpReply(550, 'This newsletter takes no new readers at present');
    return undefined;
  }

  /** Resolves when the message is ours, with what to say. @throws SmtpReply */
  async take(
    stream: SMTPServerDataStream,
    { envelope, remoteAddress, hostNameAppearsAs }: SMTPServerSession,
    sizeLimit: number,
  ): Promise<string | undefined> {
    const raw = await readAll(stream, sizeLimit).catch(() => {
      throw new SmtpReply(451, 'Connection lost');
    });
    if (!raw) return undefined; // the library refuses it
    const mailFrom = envelope.mailFrom === false ? '' : withALabels(envelope.mailFrom.address);
    const id = await this.spool.execute({
      nullSender: mailFrom === '',
      mailFrom,
      client: this.limits.isTrusted(remoteAddress)
        ? null
        : { ip: remoteAddress, helo: hostNameAppearsAs },
      recipients: envelope.rcptTo.map(({ address }) => withALabels(address)),
      raw,
    });
    return `Taken as ${id}`;
  }
}
