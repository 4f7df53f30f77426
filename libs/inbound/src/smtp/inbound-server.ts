import { Config } from '#platform/config';
import { Log } from '#platform/log';
import { Injectable } from '@nestjs/common';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import { FindMailbox } from '../use-cases/find-mailbox.js';
import { SpoolMessage } from '../use-cases/spool-message.js';
import { ClientCounter } from './client-counter.js';
import { readAll } from './read-all.js';
import { SmtpReply, replyTo } from './smtp-reply.js';

const sizeLimit = 10 * 1024 * 1024;

/**
 * Receives mail for our mail domain: reports, unsubscriptions, postmaster and abuse. Refuses unknown recipients at
 * RCPT, so that it never has to send a bounce itself, and acknowledges a message only when it is written down.
 * @rfc 5321
 */
@Injectable()
export class InboundServer {
  private readonly clients = new ClientCounter();
  private server: SMTPServer | undefined;

  constructor(
    private readonly config: Config,
    private readonly findMailbox: FindMailbox,
    private readonly spool: SpoolMessage,
    private readonly log: Log,
  ) {}

  /** Listens on INBOUND_HOST and INBOUND_PORT; gives the port in use. */
  async start(): Promise<number> {
    const server = this.build();
    this.server = server;
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.config.get('INBOUND_PORT'), this.config.get('INBOUND_HOST'), () => {
        server.off('error', reject);
        server.on('error', (error: Error) => {
          this.log.warn('inbound.connection-lost', { error: error.name });
        });
        resolve((server.server.address() as AddressInfo).port);
      });
    });
  }

  /** Takes no more connections; those in the middle of a message may finish it. */
  async stop(): Promise<void> {
    const server = this.server;
    this.server = undefined;
    if (server) await new Promise<void>((resolve) => server.close(resolve));
  }

  private build(): SMTPServer {
    return new SMTPServer({
      name: this.config.get('MAIL_DOMAIN'),
      banner: 'Hikyaku',
      size: sizeLimit,
      rejectOversized: true,
      maxRecipients: 10,
      maxClients: 100,
      socketTimeout: 60_000,
      closeTimeout: 5_000,
      lenientAddressParsing: true,
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'], // STARTTLS comes with a certificate
      disableReverseLookup: true,
      hideENHANCEDSTATUSCODES: false,
      onConnect: ({ id, remoteAddress }, done) => {
        done(
          this.clients.enter(id, remoteAddress) ? null : new SmtpReply(421, 'Too many connections'),
        );
      },
      onClose: ({ id }) => {
        this.clients.leave(id);
      },
      onRcptTo: ({ address }, _session, done) => {
        this.answer(this.checkRecipient(address), done);
      },
      onData: (stream, session, done) => {
        this.answer(this.take(stream, session), done);
      },
    });
  }

  private async checkRecipient(address: string): Promise<undefined> {
    const mailbox = await this.findMailbox.execute(address);
    if (!mailbox) throw new SmtpReply(550, 'No such mailbox here');
    return undefined;
  }

  private async take(
    stream: SMTPServerDataStream,
    { envelope }: SMTPServerSession,
  ): Promise<string | undefined> {
    const raw = await readAll(stream, sizeLimit).catch(() => {
      throw new SmtpReply(451, 'Connection lost');
    });
    if (!raw) return undefined; // the library refuses it
    const id = await this.spool.execute({
      nullSender: envelope.mailFrom === false || envelope.mailFrom.address === '',
      recipients: envelope.rcptTo.map(({ address }) => address),
      raw,
    });
    return `Taken as ${id}`;
  }

  /** What fails for a reason of our own is deferred, never refused: the other side will come again. */
  private answer(
    work: Promise<string | undefined>,
    done: (error?: Error | null, message?: string) => void,
  ): void {
    work.then(
      (message) => {
        done(null, message);
      },
      (error: unknown) => {
        if (!(error instanceof SmtpReply)) this.log.failure('inbound.failed', error);
        done(replyTo(error));
      },
    );
  }
}
