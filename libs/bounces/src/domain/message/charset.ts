import { decodeTransfer } from './transfer-encoding.js';

/**
 * What mailers call the character sets of Japanese mail, in small letters and digits alone, by the name that every
 * reader of ours knows. The 2004 sets hold the older ones, and are rare.
 */
const labels: Readonly<Record<string, readonly string[]>> = {
  'iso-2022-jp': [
    ...['iso2022jp', 'iso2022jp1', 'iso2022jp2', 'iso2022jp3', 'iso2022jp2004', 'iso2022jpms'],
    ...['csiso2022jp', 'csiso2022jp2', 'iso2022jpext', 'iso2022jpkddi', 'windowsiso2022jp'],
    ...['cp50220', 'cp50221', 'cp50222', 'windows50220', 'windows50221', 'windows50222'],
    ...['jis', 'jis7', 'jis8', 'jisencoding', 'csjisencoding'],
  ],
  shift_jis: [
    ...['shiftjis', 'sjis', 'sjiswin', 'shiftjis2004', 'shiftjisx0213', 'csshiftjis', 'mskanji'],
    ...['cp932', 'ms932', 'mscp932', 'windows932', 'windows31j', 'cswindows31j', 'cp943', 'cp943c'],
  ],
  'euc-jp': [
    ...['eucjp', 'euc', 'ujis', 'eucjpms', 'eucjpwin', 'eucjp2004', 'eucjisx0213', 'eucjisx2004'],
    ...['cp51932', 'ms51932', 'cp20932', 'cseucpkdfmtjapanese'],
  ],
  'utf-7': ['utf7', 'unicode11utf7', 'unicode20utf7', 'csunicode11utf7', 'csutf7', 'cp65000'],
  'utf-8': ['utf8', 'utf8n', 'utf8mb4', 'unicode11utf8', 'csutf8', 'cp65001'],
};

const names: ReadonlyMap<string, string> = new Map(
  Object.entries(labels).flatMap(([name, known]) => known.map((label) => [label, name])),
);

/** The name that readers know, whatever a mailer calls the set; another label is given back in small letters. */
export const charsetName = (label: string): string => {
  const plain = label.trim().toLowerCase();
  return names.get(plain.replace(/^x-/, '').replace(/[^a-z0-9]/g, '')) ?? plain;
};

const label = '[\\w.:+-]{1,40}';
const contentType = /^content-type:.*(?:\r?\n[ \t].*)*/gim;
const charset = new RegExp(`(\\bcharset[ \\t]*=[ \\t\\r\\n]*"?)(${label})`, 'gi');
const encodedWord = new RegExp(`(=\\?)(${label})(?=(?:\\*[\\w-]{0,20})?\\?[bq]\\?)`, 'gi');

/**
 * A message, a character for a byte, with those names in its Content-Type fields and encoded words, and with kana as
 * every reader knows them: for readers that know fewer. @rfc 2045 §5.1, 2047
 */
export const withCharsetNames = (message: string): string => {
  const renamed = (_: string, before: string, name: string): string => before + charsetName(name);
  const known = message
    .replace(contentType, (field) => field.replace(charset, renamed))
    .replace(encodedWord, renamed);
  return /[=?]"?iso-2022-jp/i.test(known) ? withoutShifts(known) : known;
};

const [escape, shiftOut, shiftIn] = ['\x1b', '\x0e', '\x0f'];
const escapes = /\p{Cc}(?:\$[@B]|\$\([DOQ]|\([BJHI])?/gu;

/**
 * Text in ISO-2022-JP with the escapes that RFC 1468 and its vendors' kana know: half-width kana between SO and SI
 * (cp50222, and JIS of old) are called in by an escape, and so is what JIS X 0213 shares with JIS X 0208.
 */
export const withoutShifts = (jis: string): string => {
  let set = `${escape}(B`;
  return jis.replace(escapes, (sequence) => {
    const rest = sequence.slice(1);
    if (sequence.startsWith(shiftOut)) return `${escape}(I${rest}`;
    if (sequence.startsWith(shiftIn)) return `${set}${rest}`;
    if (!sequence.startsWith(escape) || rest === '') return sequence;
    return (set = `${escape}${/^\$\([OQ]/.test(rest) ? '$B' : rest}`);
  });
};

/** UTF-7, whose letters beyond ASCII are UTF-16 in base64. @rfc 2152 */
export const decodeUtf7 = (text: string): string =>
  text.replace(/\+([A-Za-z0-9+/]*)-?/g, (_, letters: string) =>
    letters === '' ? '+' : utf16Of(decodeTransfer(letters, 'base64')),
  );

const utf16Of = (bytes: string): string =>
  (bytes.match(/[^]{2}/g) ?? [])
    .map((pair) => String.fromCharCode(pair.charCodeAt(0) * 256 + pair.charCodeAt(1)))
    .join('');
