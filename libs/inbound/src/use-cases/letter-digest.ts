import { createHash } from 'node:crypto';

interface Taken {
  readonly raw: Buffer;
  readonly letter: {
    readonly mailId: string | null;
    readonly fromText: { readonly address: string };
  };
}

/**
 * What tells a letter from all others in a mailbox: its Message-ID, sender and body, whatever hosts wrote above them
 * on the way; of a letter without Message-ID, all of it. Hexadecimal.
 * @param mailbox the mailbox, by words that name no other
 * @rfc 5321 §4.1.1.4, §6.1: who gets no answer to DATA hands the same over again
 */
export const letterDigest = (mailbox: readonly string[], { raw, letter }: Taken): string => {
  const { mailId, fromText } = letter;
  const known =
    mailId === null ? [sha256(raw)] : [mailId, fromText.address.toLowerCase(), sha256(bodyOf(raw))];
  return sha256(JSON.stringify([mailbox, known]));
};

const bodyOf = (raw: Buffer): Buffer => {
  const ends = ['\r\n\r\n', '\n\n'].map((blank) => raw.indexOf(blank)).filter((at) => at >= 0);
  return ends.length === 0 ? Buffer.alloc(0) : raw.subarray(Math.min(...ends));
};

const sha256 = (what: Buffer | string): string => createHash('sha256').update(what).digest('hex');
