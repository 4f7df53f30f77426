import { closeSync, openSync, readSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A thousand recipients, the most that the receiver takes, of the greatest length. */
const longestEnvelope = 300_000;

interface Envelope {
  readonly receivedAt: Date;
  /** Envelope sender, empty for the null sender. */
  readonly from: string;
  /** Envelope recipients that were accepted. */
  readonly to: readonly string[];
}

export interface ReceivedMessage extends Envelope {
  /** Digits; later messages have greater ones. */
  readonly id: string;
}

/**
 * Messages as files, one each: a line of JSON with the envelope, then the message as it came, octet by octet.
 * The index of them is in memory, made anew from the first lines at every start. Not synced to the disk: what
 * a power cut takes, the demo can do without.
 */
export class MessageStore {
  private constructor(
    private readonly directory: string,
    private readonly keep: number,
    /** Oldest first. */
    private readonly index: ReceivedMessage[],
    private lastNumber: number,
  ) {}

  /** @param keep how many messages to keep at most; older ones go */
  static async open(directory: string, keep: number): Promise<MessageStore> {
    await mkdir(directory, { recursive: true });
    const names = (await readdir(directory)).filter((name) => /^\d+\.mail$/.test(name)).sort();
    const ids = names.map((name) => name.slice(0, -'.mail'.length));
    const index: ReceivedMessage[] = [];
    const store = new MessageStore(directory, keep, index, Number(ids.at(-1) ?? 0));
    const start = Buffer.alloc(longestEnvelope);
    for (const id of ids) {
      const envelope = envelopeIn(store.file(id), start);
      if (envelope) index.push({ id, ...envelope });
      else await rm(store.file(id)); // a killed run left it half-written
    }
    await store.trim();
    return store;
  }

  /** Oldest first. */
  get messages(): readonly ReceivedMessage[] {
    return this.index;
  }

  /** The message can be read once this resolves. */
  async add(envelope: Envelope, content: Buffer): Promise<ReceivedMessage> {
    this.lastNumber += 1;
    const message = { id: String(this.lastNumber).padStart(9, '0'), ...envelope };
    const line = Buffer.from(`${JSON.stringify(envelope)}\n`);
    await writeFile(this.file(message.id), Buffer.concat([line, content]));
    this.index.push(message);
    await this.trim();
    return message;
  }

  get(id: string): ReceivedMessage | undefined {
    return this.index.find((message) => message.id === id);
  }

  /** The message as it came. */
  async read(id: string): Promise<Buffer | undefined> {
    if (!this.get(id)) return undefined;
    const file = await readFile(this.file(id)).catch(() => undefined);
    return file?.subarray(file.indexOf('\n') + 1);
  }

  async clear(): Promise<void> {
    await this.remove(this.index.splice(0));
  }

  private async trim(): Promise<void> {
    const excess = this.index.length - this.keep;
    if (excess > 0) await this.remove(this.index.splice(0, excess));
  }

  private async remove(messages: readonly ReceivedMessage[]): Promise<void> {
    for (const { id } of messages) await rm(this.file(id), { force: true });
  }

  private file(id: string): string {
    return join(this.directory, `${id}.mail`);
  }
}

function envelopeIn(file: string, start: Buffer): Envelope | undefined {
  const descriptor = openSync(file, 'r');
  try {
    const text = start.subarray(0, readSync(descriptor, start)).toString();
    const { receivedAt, from, to } = JSON.parse(text.slice(0, text.indexOf('\n'))) as {
      [Field in keyof Envelope]: Field extends 'receivedAt' ? string : Envelope[Field];
    };
    return { receivedAt: new Date(receivedAt), from, to };
  } catch {
    return undefined;
  } finally {
    closeSync(descriptor);
  }
}
