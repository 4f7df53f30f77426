/** More of a message than this is never looked at: reports stand near the top, the rest is our own mail. */
const readLimit = 262_144;
const chunk = 8192;

/** Bytes as a text of one character each (0–255), with every kind of line end as `\n`. */
export const binaryText = (raw: Uint8Array): string => {
  let text = '';
  const end = Math.min(raw.length, readLimit);
  for (let at = 0; at < end; at += chunk)
    text += String.fromCharCode(...raw.subarray(at, Math.min(at + chunk, end)));
  return withLineFeeds(text);
};

const bytesOf = (binary: string): Uint8Array =>
  Uint8Array.from(binary, (character) => character.charCodeAt(0));

/** Names that mailers use besides those of the WHATWG. */
const aliases: Readonly<Record<string, string>> = {
  cp932: 'shift_jis',
  'windows-932': 'shift_jis',
  'eucjp-ms': 'euc-jp',
  cp51932: 'euc-jp',
  cp50220: 'iso-2022-jp',
  cp50221: 'iso-2022-jp',
  'iso-2022-jp-ms': 'iso-2022-jp',
  'utf-8n': 'utf-8',
};

/**
 * Reads one-character-a-byte text in its charset. An unknown charset, and one of seven bits that is not kept to, is
 * read as UTF-8; bad bytes as U+FFFD.
 */
export const decodeCharset = (binary: string, charset: string): string => {
  const bytes = bytesOf(binary);
  const name = aliases[charset.toLowerCase()] ?? charset;
  const isBroken = sevenBits.test(name) && bytes.some((byte) => byte > 127);
  return withLineFeeds(decoded(bytes, isBroken ? 'utf-8' : name));
};

const decoded = (bytes: Uint8Array, charset: string): string => {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
};

/** With `\n` for every kind of line end. */
export const withLineFeeds = (text: string): string => text.replace(/\r{1,2}\n|\r/g, '\n');

const sevenBits = /^(?:iso-2022-\w+|us-ascii)$/i;
