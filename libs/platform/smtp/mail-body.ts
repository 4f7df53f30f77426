import type { Readable, Transform } from 'node:stream';

/**
 * A message that notices what happens to it. The library asks for it by `pipe` the moment the relay has said 354,
 * and its data stream ends when the final dot has been written to the socket: between these two a broken connection
 * changes its meaning, and the library's error does not tell which side it was on.
 */
export class MailBody {
  /** From here on the relay may have the mail. */
  dotWritten = false;

  constructor(
    private readonly raw: Buffer,
    private readonly mayLeave: () => boolean,
    private readonly giveUp: () => void,
  ) {}

  pipe(data: Transform): void {
    if (!this.mayLeave()) {
      this.giveUp();
      return;
    }
    data.once('end', () => {
      this.dotWritten = true;
    });
    data.write(this.raw);
    data.end();
  }

  /** The library takes anything with a `pipe`, though its types ask for a whole stream. */
  asMessage(): Readable {
    return this as unknown as Readable;
  }
}
