import type { Capabilities } from './capabilities.js';
import type { ReadyMail } from './handover.js';

/** A mail as it goes over the wire. */
export interface WireForm {
  /** MAIL and RCPT, each with its line end. */
  readonly envelope: readonly [string, string];
  /** What follows once the relay has said yes to DATA: the text and its final dot. */
  readonly data: () => readonly [Buffer, Buffer];
  /** The text as one chunk behind its announcement. @rfc 3030 §2 */
  readonly chunk: () => readonly [string, Buffer];
}

/**
 * Undefined for a mail that SMTP cannot carry, or that is larger than the relay takes. Mails are 7-bit by
 * construction and addresses ASCII, so neither 8BITMIME nor SMTPUTF8 is ever asked for.
 * @rfc 5321 §4.1.1, 4.5.2
 * @rfc 3461 §4
 */
export const wireForm = (mail: ReadyMail, relay: Capabilities): WireForm | undefined => {
  const { from, to, raw, envelopeId } = mail;
  if (forbidden.test(from) || forbidden.test(to) || raw.length > relay.largest) return undefined;
  const size = relay.size ? ` SIZE=${raw.length}` : '';
  const named = relay.dsn ? ` RET=HDRS ENVID=${xtext(envelopeId)}` : '';
  const reports = relay.dsn ? ` NOTIFY=FAILURE,DELAY ORCPT=rfc822;${xtext(to)}` : '';
  return {
    envelope: [`MAIL FROM:<${from}>${size}${named}\r\n`, `RCPT TO:<${to}>${reports}\r\n`],
    data: () => [dotStuffed(raw), isWhole(raw) ? dot : lineEndAndDot],
    chunk: () => {
      const text = isWhole(raw) ? raw : Buffer.concat([raw, lineEnd]);
      return [`BDAT ${text.length} LAST\r\n`, text];
    },
  };
};

const forbidden = /[^\x21-\x7e]|[<>]/;
const lineEnd = Buffer.from('\r\n');
const dot = Buffer.from('.\r\n');
const lineEndAndDot = Buffer.from('\r\n.\r\n');

/** Its last line ends. */
const isWhole = (raw: Buffer): boolean => raw.subarray(-2).equals(lineEnd);

/** A line that begins with a dot gets a second one, so that none is taken for the end. */
const dotStuffed = (raw: Buffer): Buffer =>
  raw.includes('\n.') || raw[0] === dot[0]
    ? Buffer.from(raw.toString('latin1').replace(/^\./gm, '..'), 'latin1')
    : raw;

/** @rfc 3461 §4 */
const xtext = (text: string): string =>
  text.replace(
    /[^!-~]|[+=]/g,
    (c) => `+${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
