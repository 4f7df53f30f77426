import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** What the sink has seen since it was last asked to forget. */
export interface SinkFigures {
  /** Mails of which the final dot came in, whether or not their sender was still there to hear the answer. */
  readonly mails: number;
  readonly bytes: number;
  /** Milliseconds since 1970; null before the first mail. */
  readonly firstAt: number | null;
  readonly lastAt: number | null;
  /** Milliseconds from MAIL FROM to the answer to the final dot. */
  readonly latencyMs: { readonly p50: number; readonly p99: number };
}

/** Who was mailed how often, and how many of the repeated mails had another Message-ID or return path. */
export interface SinkRecord {
  readonly recipients: readonly string[];
  readonly duplicates: number;
  readonly strangers: number;
}

interface FastSinkOptions {
  /** Wait before each answer, as if the relay were that far away. */
  readonly latencyMs?: number;
  /** Whether to remember every recipient. */
  readonly record?: boolean;
  /** What it says it can do, in the words of EHLO. */
  readonly extensions?: readonly string[];
}

/** What Postfix says it can do, as far as the sink can. */
export const usualExtensions = ['PIPELINING', '8BITMIME', 'CHUNKING', 'SIZE 20971520'];

const endOfData = Buffer.from('\r\n.\r\n');
const newLine = Buffer.from('\r\n');
const greeting = '220 sink ESMTP\r\n';
const slowestMs = 60_000;

/** A relay that takes every mail as fast as Node can, counts, and looks at nothing it need not. */
export class FastSink {
  private mails = 0;
  private bytes = 0;
  private firstAt: number | null = null;
  private lastAt: number | null = null;
  /** By tenths of a millisecond. */
  private readonly latencies = new Uint32Array(slowestMs * 10);
  private readonly names = new Map<string, string>();
  private duplicates = 0;
  private strangers = 0;
  private readonly server = createServer((socket) => {
    this.serve(socket);
  });

  private readonly capabilities: string;

  constructor(private readonly options: FastSinkOptions = {}) {
    const lines = ['sink', ...(options.extensions ?? usualExtensions)];
    const last = lines.length - 1;
    this.capabilities = lines.map((line, n) => `250${n < last ? '-' : ' '}${line}\r\n`).join('');
  }

  /** Gives the port. */
  async start(): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', 4096, resolve));
    return (this.server.address() as AddressInfo).port;
  }

  forget(): void {
    this.mails = this.bytes = 0;
    this.firstAt = this.lastAt = null;
    this.latencies.fill(0);
  }

  get figures(): SinkFigures {
    return {
      mails: this.mails,
      bytes: this.bytes,
      firstAt: this.firstAt,
      lastAt: this.lastAt,
      latencyMs: { p50: this.percentile(0.5), p99: this.percentile(0.99) },
    };
  }

  get record(): SinkRecord {
    const { duplicates, strangers } = this;
    return { recipients: [...this.names.keys()], duplicates, strangers };
  }

  private serve(socket: Socket): void {
    const session = new Session(this.options.record ?? false, this.capabilities, (mail) => {
      this.took(mail);
    });
    const { latencyMs } = this.options;
    const say = (text: string, over = false): void => {
      if (!socket.destroyed) socket.write(text, 'latin1');
      if (over) socket.end();
    };
    const answer: typeof say = latencyMs
      ? (...what) => void setTimeout(say, latencyMs, ...what)
      : say;
    socket.setNoDelay(true);
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      const text = session.read(chunk);
      if (text) answer(text, session.over);
    });
    answer(greeting);
  }

  private took({ to, name, bytes, beganMs }: TakenMail): void {
    const wall = Date.now();
    this.firstAt ??= wall;
    this.lastAt = wall;
    this.mails++;
    this.bytes += bytes;
    const waited = performance.now() - beganMs + (this.options.latencyMs ?? 0);
    const tenths = Math.min(slowestMs * 10 - 1, Math.round(waited * 10));
    this.latencies[tenths] = (this.latencies[tenths] ?? 0) + 1;
    if (!this.options.record) return;
    const known = this.names.get(to);
    if (known === undefined) this.names.set(to, name);
    else {
      this.duplicates++;
      if (known !== name) this.strangers++;
    }
  }

  private percentile(part: number): number {
    let left = this.mails * part;
    for (let tenths = 0; tenths < this.latencies.length; tenths++) {
      left -= this.latencies[tenths] ?? 0;
      if (left <= 0) return tenths / 10;
    }
    return slowestMs;
  }
}

interface TakenMail {
  readonly to: string;
  /** Return path and Message-ID. */
  readonly name: string;
  readonly bytes: number;
  readonly beganMs: number;
}

/** One connection: reads commands and bodies as they come in, gives what to answer. */
class Session {
  over = false;
  private rest: Buffer = Buffer.alloc(0);
  private inData = false;
  /** Bytes of a chunk that are still to come. @rfc 3030 */
  private inChunk = 0;
  private from = '';
  private to = '';
  private beganMs = 0;
  private bytes = 0;
  private head = '';

  constructor(
    private readonly keepsNames: boolean,
    private readonly capabilities: string,
    private readonly took: (mail: TakenMail) => void,
  ) {}

  read(chunk: Buffer): string {
    let data = this.rest.length > 0 ? Buffer.concat([this.rest, chunk]) : chunk;
    let answers = '';
    for (;;) {
      if (this.inChunk > 0) {
        const part = data.subarray(0, this.inChunk);
        this.body(part);
        data = data.subarray(part.length);
        this.inChunk -= part.length;
        if (this.inChunk > 0) break;
        this.finish();
        answers += '250 2.0.0 Ok: queued\r\n';
      }
      const end = data.indexOf(this.inData ? endOfData : newLine);
      if (end < 0) break;
      if (this.inData) {
        this.body(data.subarray(0, end));
        data = data.subarray(end + endOfData.length);
        this.finish();
        answers += '250 2.0.0 Ok: queued\r\n';
      } else {
        answers += this.command(data.toString('latin1', 0, end));
        data = data.subarray(end + newLine.length);
      }
    }
    this.rest = this.inData ? this.keepTail(data) : Buffer.from(data);
    return answers;
  }

  /** All but what the end of the mail may begin with is done with. */
  private keepTail(data: Buffer): Buffer {
    const done = Math.max(0, data.length - endOfData.length + 1);
    this.body(data.subarray(0, done));
    return Buffer.from(data.subarray(done));
  }

  private body(data: Buffer): void {
    this.bytes += data.length;
    if (this.keepsNames && this.head.length < 4096) this.head += data.toString('latin1', 0, 4096);
  }

  private finish(): void {
    const messageId = this.keepsNames ? /^Message-ID: (.*)\r$/im.exec(this.head)?.[1] : '';
    const { to, bytes, beganMs } = this;
    this.took({ to, name: `${this.from} ${messageId ?? ''}`, bytes, beganMs });
    this.inData = false;
  }

  private command(line: string): string {
    switch (line.slice(0, 4).toUpperCase()) {
      case 'MAIL':
        this.beganMs = performance.now();
        this.from = addressIn(line);
        return '250 2.1.0 Ok\r\n';
      case 'RCPT':
        this.to = addressIn(line);
        return '250 2.1.5 Ok\r\n';
      case 'DATA':
        this.inData = true;
        this.bytes = 0;
        this.head = '';
        return '354 go on\r\n';
      case 'BDAT': // only ever one chunk a mail, the last
        this.inChunk = Number(line.split(' ')[1]);
        this.bytes = 0;
        this.head = '';
        return '';
      case 'EHLO':
        return this.capabilities;
      case 'QUIT':
        this.over = true;
        return '221 bye\r\n';
      default:
        return '250 2.0.0 Ok\r\n';
    }
  }
}

const addressIn = (line: string): string => line.slice(line.indexOf('<') + 1, line.indexOf('>'));
