import type { Log } from '#platform/log';
import { createTransport, type Transporter } from 'nodemailer';

/** A server that takes mail by SMTP. */
export interface MailHost {
  readonly host: string;
  readonly port: number;
}

/** Sends reports, with the null sender, so that nothing ever answers them. @rfc 5321 §4.5.5 */
export class BounceSender {
  private readonly transport: Transporter;
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    to: MailHost,
    private readonly log: Log,
  ) {
    this.transport = createTransport({ ...to, pool: true, maxConnections: 2, ignoreTLS: true });
  }

  /** Sends in the background: whoever caused the bounce does not wait for it, as in the real world. */
  send(recipient: string, report: string): void {
    const sending = this.transport
      .sendMail({ envelope: { from: '', to: [recipient] }, raw: Buffer.from(report) })
      .then(
        () => undefined,
        (error: unknown) => this.log.failure('mailbox.bounce-not-taken', error),
      )
      .finally(() => this.underWay.delete(sending));
    this.underWay.add(sending);
  }

  async sent(): Promise<void> {
    await Promise.all(this.underWay);
  }

  async close(): Promise<void> {
    await this.sent();
    this.transport.close();
  }
}
