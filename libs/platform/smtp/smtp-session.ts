import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Handover, ReadyMail } from './handover.js';
import { MailBody } from './mail-body.js';
import type { Relay } from './relay.js';

type SmtpError = Error & {
  readonly code?: string | undefined;
  readonly response?: string | false | undefined;
  readonly responseCode?: number | undefined;
};

/** One open connection to a relay, past its greeting, TLS and sign-in. Sends one mail at a time. */
export class SmtpSession {
  /** Mails handed over so far; a connection that has served before may have gone stale. */
  served = 0;
  private open = true;

  private constructor(
    private readonly connection: SMTPConnection,
    private readonly onEnd: (session: SmtpSession) => void,
  ) {
    connection.once('end', () => {
      this.open = false;
      this.onEnd(this);
    });
  }

  /** @throws the library's error when the relay is away or does not let us in */
  static connect(relay: Relay, onEnd: (session: SmtpSession) => void): Promise<SmtpSession> {
    const connection = new SMTPConnection(relay.options);
    return new Promise((resolve, reject) => {
      const fail = (error: Error): void => {
        connection.close();
        reject(error);
      };
      connection.on('error', fail); // stays: an error without a listener would end the process
      connection.connect((error) => {
        if (error) fail(error);
        else if (relay.auth && connection.allowsAuth)
          connection.login(relay.auth, (refused) => {
            if (refused) fail(refused);
            else resolve(new SmtpSession(connection, onEnd));
          });
        else resolve(new SmtpSession(connection, onEnd));
      });
    });
  }

  get isOpen(): boolean {
    return this.open;
  }

  async send(mail: ReadyMail): Promise<Handover> {
    const result = await this.handOver(mail);
    this.served++;
    if (result.kind === 'replied' && result.code >= 300 && this.open) await this.reset();
    return result;
  }

  close(): void {
    this.open = false;
    this.connection.quit();
    this.connection.close();
  }

  private handOver(mail: ReadyMail): Promise<Handover> {
    if (!mail.mayLeave()) return Promise.resolve({ kind: 'too-late' });
    return new Promise((resolve) => {
      const body = new MailBody(mail.raw, mail.mayLeave, () => {
        this.connection.close();
        resolve({ kind: 'too-late' });
      });
      const envelope = {
        from: mail.from,
        to: [mail.to],
        size: mail.raw.length,
        dsn: {
          envid: mail.envelopeId,
          ret: 'HDRS' as const,
          notify: ['FAILURE' as const, 'DELAY' as const],
          orcpt: mail.to,
        },
      };
      this.connection.send(envelope, body.asMessage(), (error, info) => {
        if (!error) resolve(replied(info.response));
        else resolve(endOf(error, body.dotWritten));
      });
    });
  }

  /** Ends the refused transaction, so that the next mail finds a clean session. @rfc 5321 §4.1.1.5 */
  private reset(): Promise<void> {
    return new Promise((resolve) => {
      this.connection.once('end', resolve);
      this.connection.reset((error) => {
        if (error) this.connection.close();
        this.connection.off('end', resolve);
        resolve();
      });
    });
  }
}

const replied = (response: string): Handover => ({
  kind: 'replied',
  code: Number(response.slice(0, 3)),
  response,
});

const endOf = (error: SmtpError, dotWritten: boolean): Handover => {
  // A reply that answers nothing we asked says nothing about the mail.
  if (error.response && error.responseCode && error.code !== 'EPROTOCOL')
    return replied(error.response);
  const local = error.code === 'EENVELOPE' || error.code === 'EMESSAGE';
  return local && !dotWritten ? { kind: 'unsendable' } : { kind: 'lost', dotWritten };
};
