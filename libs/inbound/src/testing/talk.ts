import type { Socket } from 'node:net';

/** Says bytes as they are, and hears whole replies. */
export class Talk {
  private text = '';
  private readonly replies: string[] = [];
  private readonly hearing: ((reply: string) => void)[] = [];
  readonly end: Promise<void>;

  constructor(readonly socket: Socket) {
    this.end = new Promise((resolve) => {
      socket.once('close', () => {
        resolve();
      });
    });
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      this.text += chunk.toString('latin1');
      for (;;) {
        const found = /^(?:\d{3}-.*\r\n)*\d{3}(?: .*)?\r\n/.exec(this.text);
        if (!found) return;
        this.text = this.text.slice(found[0].length);
        const listener = this.hearing.shift();
        if (listener) listener(found[0].trimEnd());
        else this.replies.push(found[0].trimEnd());
      }
    });
  }

  hear(): Promise<string> {
    const reply = this.replies.shift();
    if (reply !== undefined) return Promise.resolve(reply);
    return new Promise((resolve) => this.hearing.push(resolve));
  }

  ask(line: string): Promise<string> {
    this.socket.write(`${line}\r\n`);
    return this.hear();
  }
}
