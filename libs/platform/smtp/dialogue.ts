import type { Socket } from 'node:net';

/** One answer of a relay: its code, and all of its lines as they came. */
export interface SmtpReply {
  readonly code: number;
  readonly text: string;
}

/** More than any relay has to say; whoever sends more without an end is hung up on. */
const longestReply = 64 * 1024;

/** Reads the replies of an open connection one after the other and writes to it. @rfc 5321 §4.2 */
export class Dialogue {
  /** Replies nobody has asked for yet, and those who have asked: one of the two is always empty. */
  private readonly replies: SmtpReply[] = [];
  private readonly waiting: ((reply: SmtpReply | undefined) => void)[] = [];
  private rest = '';
  private closed = false;

  /** @param onEnd called once, when the connection is over, for whatever reason */
  constructor(
    private readonly socket: Socket,
    private readonly onEnd: () => void,
  ) {
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => this.read(chunk));
    socket.on('error', () => this.close()); // the reason makes no difference to the mail
    socket.on('timeout', () => this.close());
    socket.on('end', () => this.close());
    socket.on('close', () => this.close());
  }

  get isOpen(): boolean {
    return !this.closed;
  }

  /** True when the relay has said something that nobody asked for, such as that it is about to hang up. */
  get spokeUnasked(): boolean {
    return this.replies.length > 0;
  }

  /** The next reply that nobody else has asked for; undefined when the connection ended before it. */
  reply(): Promise<SmtpReply | undefined> {
    const ready = this.replies.shift();
    if (ready || this.closed) return Promise.resolve(ready);
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  say(line: string): void {
    if (!this.closed) this.socket.write(line, 'latin1');
  }

  /**
   * Sends all parts in one piece, together with what is said right behind them.
   * @param whenGone called once the system has taken all of it; before that, its last byte has not left
   */
  write(parts: readonly Buffer[], whenGone: () => void): void {
    if (this.closed) return;
    const last = parts.length - 1;
    this.socket.cork();
    parts.forEach((part, index) => {
      this.socket.write(part, (error) => {
        if (!error && index === last) whenGone();
      });
    });
    process.nextTick(() => {
      this.socket.uncork();
    });
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.socket.destroy();
    for (const resolve of this.waiting.splice(0)) resolve(undefined);
    this.onEnd();
  }

  private read(chunk: string): void {
    this.rest += chunk;
    for (;;) {
      const reply = lastLine.exec(this.rest);
      if (!reply) break;
      const end = reply.index + reply[0].length;
      const text = this.rest.slice(0, end).trimEnd().replaceAll('\r\n', '\n');
      this.rest = this.rest.slice(end);
      this.answer({ code: Number(reply[1]), text });
    }
    if (this.rest.length > longestReply) this.close();
  }

  private answer(reply: SmtpReply): void {
    const resolve = this.waiting.shift();
    if (resolve) resolve(reply);
    else this.replies.push(reply);
  }
}

/** The first line that no further line of the same reply follows. */
const lastLine = /^(\d{3})(?: [^\n]*)?\r?\n/m;
