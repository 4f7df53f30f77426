import { Config } from '#platform/config';
import { Log } from '#platform/log';
import { Injectable } from '@nestjs/common';
import type { AddressInfo } from 'node:net';
import type { SMTPServer, SMTPServerOptions, SMTPServerSession } from 'smtp-server';
import { ClientLimits } from './client-limits.js';
import { LongestConversation } from './longest-conversation.js';
import { Reception } from './reception.js';
import { SmtpReply, replyTo } from './smtp-reply.js';
import { TlsFiles } from './tls-files.js';

const sizeLimit = 10 * 1024 * 1024;
const renewalCheckMs = 3_600_000;

/**
 * Receives mail for our mail domain, by SMTP or by LMTP behind a mail server. Refuses unknown recipients at RCPT, so
 * that it never has to send a bounce itself, and acknowledges a message only when it is written down.
 * @rfc 5321, 2033
 */
@Injectable()
export class InboundServer {
  private server: SMTPServer | undefined;
  private renewal: NodeJS.Timeout | undefined;

  constructor(
    private readonly config: Config,
    private readonly reception: Reception,
    private readonly limits: ClientLimits,
    private readonly tlsFiles: TlsFiles,
    private readonly log: Log,
  ) {}

  /** Listens on INBOUND_HOST and INBOUND_PORT; gives the port in use. @throws ConfigProblem for an unusable certificate */
  async start(): Promise<number> {
    const { SMTPServer } = await import('smtp-server'); // a worker needs none
    const server = new SMTPServer(this.options());
    this.server = server;
    this.renewal = setInterval(() => {
      this.renewCertificate(server);
    }, renewalCheckMs).unref();
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
    const { server } = this;
    this.server = undefined;
    clearInterval(this.renewal);
    if (server) await new Promise<void>((resolve) => server.close(resolve));
  }

  private options(): SMTPServerOptions {
    const tls = this.tlsFiles.read();
    return {
      name: this.config.get('MAIL_DOMAIN'),
      banner: 'Hikyaku',
      lmtp: this.config.get('INBOUND_PROTOCOL') === 'lmtp',
      size: sizeLimit,
      rejectOversized: true,
      maxRecipients: 100, // RFC 5321 §4.5.3.1.8
      maxClients: 200,
      socketTimeout: 60_000,
      closeTimeout: 5_000,
      lenientAddressParsing: true,
      authOptional: true,
      disabledCommands: tls ? ['AUTH'] : ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      hideENHANCEDSTATUSCODES: false,
      ...tls,
      ...this.conversation(),
    };
  }

  private conversation(): SMTPServerOptions {
    const { reception, limits } = this;
    const isLmtp = this.config.get('INBOUND_PROTOCOL') === 'lmtp';
    const longest = new LongestConversation(
      this.config.get('INBOUND_CONVERSATION_SECONDS') * 1_000,
      (id) => {
        this.hangUp(id);
      },
    );
    return {
      onConnect: ({ id, remoteAddress }, done) => {
        if (!limits.isTrusted(remoteAddress)) longest.begin(id);
        done(limits.enter(id, remoteAddress) ? null : new SmtpReply(421, 'Too many connections'));
      },
      onClose: ({ id }) => {
        limits.leave(id);
        longest.end(id);
      },
      onMailFrom: (_sender, { remoteAddress }, done) => {
        done(
          limits.mayMail(remoteAddress) ? null : new SmtpReply(450, 'Too much mail, come later'),
        );
      },
      onRcptTo: ({ address }, session, done) => {
        if (isLmtp && isNamed(session, address)) done(new SmtpReply(452, 'Once a message'));
        else this.answer(reception.checkRecipient(address, session.remoteAddress), done);
      },
      onData: (stream, session, done) => {
        longest.goOn(session.id);
        this.answer(reception.take(stream, session, sizeLimit), done);
      },
    };
  }

  private hangUp(id: string): void {
    for (const connection of this.server?.connections ?? [])
      if (connection.id === id) connection.send(421, 'This conversation takes too long');
  }

  /** A certificate that became unusable leaves the one in use in place. */
  private renewCertificate(server: SMTPServer): void {
    try {
      const tls = this.tlsFiles.read();
      if (tls) server.updateSecureContext(tls);
    } catch (error) {
      this.log.failure('inbound.certificate-unusable', error);
    }
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

/**
 * Whether the message goes to that address already. The library answers for each address once, LMTP's other side waits
 * for as many answers as it has named recipients.
 * @rfc 2033 §4.2
 */
const isNamed = ({ envelope }: SMTPServerSession, address: string): boolean =>
  envelope.rcptTo.some((named) => named.address.toLowerCase() === address.toLowerCase());
