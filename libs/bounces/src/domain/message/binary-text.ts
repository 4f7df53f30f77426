/** More of a message than this is never looked at: reports stand near the top, the rest is our own mail. */
const readLimit = 262_144;
const chunk = 8192;

/** Bytes as a text of one character each (0–255), with every kind of line end as `\n`. */
export const binaryText = (raw: Uint8Array): string => {
  let text = '';
  const end = Math.min(raw.length, readLimit);
  for (let at = 0; at < end; at += chunk)
    text += String.fromCharCode(...raw.subarray(at, Math.min(at + chunk, end)));
  return text.replace(/\r\n?/g, '\n');
};

const bytesOf = (binary: string): Uint8Array =>
  Uint8Array.from(binary, (character) => character.charCodeAt(0));

/**
 * Reads one-character-a-byte text in its charset. An unknown charset, and one of seven bits that is not kept to, is
 * read as UTF-8; bad bytes as U+FFFD.
 */
export const decodeCharset = (binary: string, charset: string): string => {
  const bytes = bytesOf(binary);
  const isBroken = sevenBits.test(charset) && bytes.some((byte) => byte > 127);
  try {
    return new TextDecoder(isBroken ? 'utf-8' : charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
};

const sevenBits = /^(?:iso-2022-\w+|us-ascii)$/i;
