import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerError, type SMTPServerSession } from 'smtp-server';
import type { Refusal } from '../domain/behaviour.js';

/** What the mailbox decides; the rest of the protocol is the server's. */
export interface Reception {
  /** Undefined accepts the recipient. */
  answer(sender: string, recipient: string): Refusal | undefined;
  /** The sender gets its 250 when this resolves. */
  take(session: SMTPServerSession, content: Buffer): Promise<void>;
}

/** SMTP on 127.0.0.1. Takes any log-in, any size up to 50 MB, and addresses that break the rules. */
export class Receiver {
  private constructor(private readonly server: SMTPServer) {}

  static async listen(port: number, name: string, reception: Reception): Promise<Receiver> {
    const server = new SMTPServer({
      name,
      disabledCommands: ['STARTTLS'],
      authOptional: true,
      allowInsecureAuth: true,
      disableReverseLookup: true,
      lenientAddressParsing: true,
      hideDSN: false,
      size: 50_000_000,
      maxRecipients: 1000,
      rejectOversized: true,
      closeTimeout: 50,
      onAuth: (_, __, done) => done(null, { user: 'anyone' }),
      onRcptTo: ({ address }, { envelope }, done) => {
        const sender = envelope.mailFrom ? envelope.mailFrom.address : '';
        const refusal = reception.answer(sender, address);
        done(refusal && smtpError(refusal));
      },
      onData: (stream, session, done) => {
        buffer(stream)
          .then((content) => (stream.sizeExceeded ? undefined : reception.take(session, content)))
          .then(() => done(), done);
      },
    });
    server.listen(port, '127.0.0.1');
    await once(server.server, 'listening');
    // Clients that vanish in mid-sentence are everyday life.
    server.on('error', () => undefined);
    return new Receiver(server);
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(resolve));
  }
}

function smtpError({ code, text }: Refusal): SMTPServerError {
  return Object.assign(new Error(text), { responseCode: code });
}
