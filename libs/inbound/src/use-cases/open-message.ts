import { Injectable } from '@nestjs/common';
import type { Authentication } from '../domain/authentication.js';
import { countReceived, mostHands } from '../domain/count-received.js';
import type { InboundMessage } from '../domain/inbound-message.js';
import { AuthenticateMessage } from './authenticate-message.js';
import { FindMailbox } from './find-mailbox.js';
import type { Mailbox } from './find-mailbox.js';
import { readLetter, unread } from './read-letter.js';
import type { Letter } from './read-letter.js';

/** A message with all that is found out about it before anything is changed. */
export interface OpenedMessage {
  readonly message: InboundMessage;
  readonly mailboxes: readonly Mailbox[];
  readonly letter: Letter;
  readonly authentication: Authentication | null;
  /** It went through too many hands. */
  readonly isLoop: boolean;
  /** It came to signed return paths alone: nobody's letter. */
  readonly isReport: boolean;
}

/** Finds out whom a message is for, who wrote it and what. Changes nothing. */
@Injectable()
export class OpenMessage {
  constructor(
    private readonly findMailbox: FindMailbox,
    private readonly authenticate: AuthenticateMessage,
  ) {}

  async execute(message: InboundMessage): Promise<OpenedMessage> {
    const isLoop = countReceived(message.raw) > mostHands;
    const mailboxes = isLoop ? [] : await this.mailboxesOf(message);
    // A return path is signed: it says all that there is to know, and reports are the bulk of what comes.
    const isReport = mailboxes.every(({ kind }) => kind === 'return-path');
    const authentication = isReport ? null : await this.authenticate.execute(message);
    const letter = isReport ? unread : await readLetter(message);
    return { message, mailboxes, letter, authentication, isLoop, isReport };
  }

  private async mailboxesOf({ recipients }: InboundMessage): Promise<Mailbox[]> {
    const mailboxes: Mailbox[] = [];
    for (const recipient of recipients) {
      const mailbox = await this.findMailbox.execute(recipient);
      if (mailbox) mailboxes.push(mailbox);
    }
    return mailboxes;
  }
}
