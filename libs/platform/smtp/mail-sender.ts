import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import type { Transporter } from 'nodemailer';
import { Config } from '../config/index.js';

export interface Mailbox {
  readonly name?: string;
  readonly address: string;
}

export interface SingleMail {
  /** MAIL FROM; empty for mail that must never be answered (RFC 3834). */
  readonly returnPath: string;
  readonly from: Mailbox;
  readonly to: Mailbox;
  readonly replyTo?: Mailbox;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly messageId: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly date: Date;
}

/**
 * Sends single mails (confirmations, notices) through the first relay. Campaigns have a way of their own.
 * Addresses go in as objects with an explicit envelope: a text would be parsed and could name another mailbox.
 */
@Injectable()
export class MailSender implements OnApplicationShutdown {
  private transport: Transporter | undefined;

  constructor(private readonly config: Config) {}

  /** Resolves when the relay has taken the mail. @throws the transport's error, with `responseCode` when it was refused */
  async send(mail: SingleMail): Promise<void> {
    this.transport ??= createTransport({
      url: this.config.get('SMTP_URL'),
      pool: true,
      maxConnections: 4,
    });
    const { returnPath, to, from, replyTo, ...content } = mail;
    await this.transport.sendMail({
      ...content,
      from: { name: from.name ?? '', address: from.address },
      to: { name: to.name ?? '', address: to.address },
      ...(replyTo && { replyTo: { name: replyTo.name ?? '', address: replyTo.address } }),
      envelope: { from: returnPath, to: [to.address] },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}
