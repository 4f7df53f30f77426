const bytesPerLine = 57;

/** A body part whose fixed stretches are encoded once; only what differs from reader to reader is encoded anew. */
export interface Base64Body {
  /** Encodes the part with one value for each gap, in order. Lines end with CRLF and hold at most 76 characters. */
  fill(values: readonly string[]): string;
}

/**
 * Base64 turns three bytes into four letters, so a fixed stretch looks different by how many of its first bytes are
 * needed to fill up the group before it: none, one or two. Each stretch is therefore encoded in all three forms, and
 * its last one or two bytes wait for the next gap. Lines may be short, so a stretch always begins a new one.
 * @param fixed the stretches around the gaps; one more than there are gaps
 * @rfc 2045 §6.8
 */
export const compileBase64 = (fixed: readonly string[]): Base64Body => {
  const stretches = fixed.map((text) => new Stretch(Buffer.from(text)));
  return {
    fill: (values) => {
      const lines: string[] = [];
      let waiting: Buffer = nothing;
      stretches.forEach((stretch, index) => {
        if (index > 0) waiting = Buffer.concat([waiting, Buffer.from(values[index - 1] ?? '')]);
        const shift = Math.min((3 - (waiting.length % 3)) % 3, stretch.bytes.length);
        const group = Buffer.concat([waiting, stretch.bytes.subarray(0, shift)]);
        if (group.length % 3 !== 0) {
          waiting = group; // the stretch was too short to fill the group
          return;
        }
        if (group.length > 0) lines.push(encode(group));
        const { encoded, rest } = stretch.after(shift);
        if (encoded) lines.push(encoded);
        waiting = rest;
      });
      if (waiting.length > 0) lines.push(encode(waiting));
      return lines.join('');
    },
  };
};

const nothing = Buffer.alloc(0);

interface Encoded {
  readonly encoded: string;
  /** What no longer makes a whole group. */
  readonly rest: Buffer;
}

class Stretch {
  private readonly forms: (Encoded | undefined)[] = [];

  constructor(readonly bytes: Buffer) {}

  /** The stretch without its first `shift` bytes. */
  after(shift: number): Encoded {
    return (this.forms[shift] ??= this.encodeFrom(shift));
  }

  private encodeFrom(shift: number): Encoded {
    const end = shift + Math.floor((this.bytes.length - shift) / 3) * 3;
    return { encoded: encode(this.bytes.subarray(shift, end)), rest: this.bytes.subarray(end) };
  }
}

const encode = (bytes: Buffer): string => {
  if (bytes.length <= bytesPerLine)
    return bytes.length > 0 ? `${bytes.toString('base64')}\r\n` : '';
  let lines = '';
  for (let at = 0; at < bytes.length; at += bytesPerLine)
    lines += `${bytes.toString('base64', at, Math.min(at + bytesPerLine, bytes.length))}\r\n`;
  return lines;
};
