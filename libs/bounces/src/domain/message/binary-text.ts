import { charsetName, decodeUtf7, withoutShifts } from './charset.js';

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

/**
 * Reads one-character-a-byte text in its charset. An unknown charset, and one of seven bits that is not kept to, is
 * read as UTF-8; bad bytes as U+FFFD.
 */
export const decodeCharset = (binary: string, charset: string): string => {
  const name = charsetName(charset);
  const isBroken = sevenBits.test(name) && /[^\0-\x7f]/.test(binary);
  return withLineFeeds(decoded(binary, isBroken ? 'utf-8' : name));
};

const decoded = (binary: string, charset: string): string => {
  if (charset === 'utf-7') return decodeUtf7(binary);
  const bytes = bytesOf(charset === 'iso-2022-jp' ? withoutShifts(binary) : binary);
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
};

/** With `\n` for every kind of line end. */
export const withLineFeeds = (text: string): string => text.replace(/\r{1,2}\n|\r/g, '\n');

const sevenBits = /^(?:iso-2022-\w+|utf-7|us-ascii)$/;
