import { EventEmitter, once } from 'node:events';
import type { Clock } from '#lib/kernel';
import type { Log } from '#platform/log';
import type { SMTPServerSession } from 'smtp-server';
import { behaviourOf, refusals, type Refusal } from './domain/behaviour.js';
import { bounceReport } from './domain/bounce-report.js';
import { mailboxErrors } from './mailbox.errors.js';
import { headerSection, openMessage, type OpenedMessage } from './opened-message.js';
import { BounceSender, type MailHost } from './smtp/bounce-sender.js';
import { Receiver } from './smtp/receiver.js';
import { MessageStore, type ReceivedMessage } from './store/message-store.js';

export interface MailboxOptions {
  /** Where the messages are kept; made when missing. */
  readonly directory: string;
  /** SMTP port on 127.0.0.1; 0 takes a free one, see `port`. */
  readonly port: number;
  /** Where reports about `bounce-…` recipients go. Without it those recipients just accept. */
  readonly returnTo?: MailHost;
  /** How many messages to keep; the oldest go. */
  readonly keep?: number;
}

export interface Wanted {
  /** Exactly this envelope recipient, in any letter case. */
  readonly to?: string | undefined;
  /** Part of an envelope recipient, in any letter case. */
  readonly search?: string | undefined;
}

const name = 'mailbox.hikyaku.test';

/** The local mailbox: takes every mail that a demo, a developer or a test sends, and lets it be looked at. */
export class Mailbox {
  private readonly arrivals = new EventEmitter().setMaxListeners(0);
  private readonly deferred = new Set<string>();
  private store: MessageStore | undefined;
  private receiver: Receiver | undefined;
  private bounces: BounceSender | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** @throws the system's error when the port is taken or the directory cannot be written */
  async start({ directory, port, returnTo, keep = 20_000 }: MailboxOptions): Promise<void> {
    this.store = await MessageStore.open(directory, keep);
    this.receiver = await Receiver.listen(port, name, {
      answer: (sender, recipient) => this.answer(sender, recipient),
      take: (session, content) => this.take(session, content),
    });
    if (returnTo) this.sendReportsTo(returnTo);
  }

  /** For a receiving server whose address is known only after the mailbox has started. */
  sendReportsTo(host: MailHost): void {
    this.bounces = new BounceSender(host, this.log);
  }

  async stop(): Promise<void> {
    await this.receiver?.close();
    await this.bounces?.close();
  }

  /** Resolves when the reports about all mails taken so far have been handed over. */
  async reportsSent(): Promise<void> {
    await this.bounces?.sent();
  }

  get port(): number {
    return started(this.receiver).port;
  }

  count(wanted: Wanted = {}): number {
    return this.find(wanted).length;
  }

  /** Newest first. */
  find({ to, search }: Wanted = {}): ReceivedMessage[] {
    const exactly = to?.toLowerCase();
    const part = search?.toLowerCase();
    const found = started(this.store).messages.filter((message) =>
      message.to.some((address) => {
        const lower = address.toLowerCase();
        return (exactly ?? lower) === lower && lower.includes(part ?? '');
      }),
    );
    return found.reverse();
  }

  /** Resolves as soon as that many are there, at once if they are already. Newest first. */
  async whenArrived(wanted: Wanted = {}, count = 1): Promise<ReceivedMessage[]> {
    while (this.count(wanted) < count) await once(this.arrivals, 'message');
    return this.find(wanted);
  }

  /** @throws BusinessError mailbox.message-not-found */
  get(id: string): ReceivedMessage {
    return started(this.store).get(id) ?? notFound();
  }

  /** The message as it came, octet by octet. @throws BusinessError mailbox.message-not-found */
  async read(id: string): Promise<Buffer> {
    return (await started(this.store).read(id)) ?? notFound();
  }

  /** @throws BusinessError mailbox.message-not-found */
  async open(id: string): Promise<OpenedMessage> {
    return openMessage(await this.read(id));
  }

  /** Spares parsing the body. @throws BusinessError mailbox.message-not-found */
  async subjectOf(id: string): Promise<string> {
    const header = headerSection(await this.read(id));
    return (await openMessage(Buffer.from(`${header}\r\n\r\n`))).subject;
  }

  /** Forgets all messages, and whom it has deferred. */
  async clear(): Promise<void> {
    this.deferred.clear();
    await started(this.store).clear();
  }

  private answer(sender: string, recipient: string): Refusal | undefined {
    const behaviour = behaviourOf(recipient);
    if (behaviour === 'accept' || behaviour === 'bounce') return undefined;
    return behaviour === 'defer' && this.hasComeBack(sender, recipient)
      ? undefined
      : refusals[behaviour];
  }

  /** Like greylisting, which knows a mail by its envelope again. */
  private hasComeBack(sender: string, recipient: string): boolean {
    const envelope = `${sender} ${recipient}`;
    if (this.deferred.has(envelope)) return true;
    if (this.deferred.size === 100_000) this.deferred.clear();
    this.deferred.add(envelope);
    return false;
  }

  private async take({ envelope }: SMTPServerSession, content: Buffer): Promise<void> {
    const receivedAt = this.clock.now();
    const from = envelope.mailFrom ? envelope.mailFrom.address : '';
    const to = envelope.rcptTo.map(({ address }) => address);
    const { id } = await started(this.store).add({ receivedAt, from, to }, content);
    this.arrivals.emit('message');
    // @rfc 3461 §4.1 NOTIFY=NEVER; a report is never answered by another (RFC 5321 §6.1).
    const bounced = envelope.rcptTo.filter(
      ({ address, dsn }) => behaviourOf(address) === 'bounce' && !dsn?.notify?.includes('NEVER'),
    );
    if (from === '' || bounced.length === 0) return;
    const message = {
      reporter: name,
      returnPath: from,
      envelopeId: envelope.dsn?.envid ?? undefined,
      recipients: bounced.map(({ address, dsn }) => ({ address, original: dsn?.orcpt })),
      receivedAt,
      headers: headerSection(content),
    };
    this.bounces?.send(from, bounceReport(message, `bounce${id}`, this.clock.now()));
  }
}

function started<Part>(part: Part | undefined): Part {
  if (part === undefined) throw mailboxErrors.notRunning();
  return part;
}

function notFound(): never {
  throw mailboxErrors.messageNotFound();
}
