import type { TenantId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import type { Transporter } from 'nodemailer';
import { Config } from '../config/index.js';
import { relaysOf } from './relay.js';

export interface Mailbox {
  readonly name?: string;
  readonly address: string;
}

export interface SingleMail {
  /** In whose name it is written; absent for mail of the platform itself. */
  readonly tenantId?: TenantId;
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
  readonly attachments?: readonly {
    readonly name: string;
    /** `application/pdf` */
    readonly type: string;
    readonly content: Buffer;
  }[];
}

/** Gives a finished mail back with what proves where it comes from. */
export type SignMail = (
  mail: { readonly tenantId: TenantId | undefined; readonly fromAddress: string },
  raw: Buffer,
) => Promise<Buffer>;

/** Composes into memory. Line ends as they go over the wire, since they are signed. */
const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

/**
 * Sends single mails (confirmations, notices) through the first relay. Campaigns have a way of their own.
 * Addresses go in as objects with an explicit envelope: a text would be parsed and could name another mailbox.
 */
@Injectable()
export class MailSender implements OnApplicationShutdown {
  private transport: Transporter | undefined;
  private sign: SignMail = (_, raw) => Promise.resolve(raw);

  constructor(private readonly config: Config) {}

  /** For whoever keeps the keys, in a floor above; until then mails leave unsigned. */
  signWith(sign: SignMail): void {
    this.sign = sign;
  }

  /** Resolves when the relay has taken the mail. @throws the transport's error, with `responseCode` when it was refused */
  async send(mail: SingleMail): Promise<void> {
    const [relay] = relaysOf(this.config);
    this.transport ??= createTransport({
      ...relay?.options,
      ...(relay?.auth && { auth: relay.auth }),
      pool: true,
      maxConnections: 4,
    });
    const { tenantId, returnPath, to, from, replyTo, attachments = [], ...content } = mail;
    const { message } = await composer.sendMail({
      ...content,
      from: { name: from.name ?? '', address: from.address },
      to: { name: to.name ?? '', address: to.address },
      attachments: attachments.map(({ name, type, content: bytes }) => ({
        filename: name,
        contentType: type,
        content: bytes,
      })),
      ...(replyTo && { replyTo: { name: replyTo.name ?? '', address: replyTo.address } }),
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    if (!Buffer.isBuffer(message)) throw new TypeError('the mail was not composed into memory');
    const raw = await this.sign({ tenantId, fromAddress: from.address }, message);
    await this.transport.sendMail({ raw, envelope: { from: returnPath, to: [to.address] } });
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}
