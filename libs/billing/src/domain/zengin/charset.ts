/**
 * JIS X 0201 in its eight-bit form, which CP932 agrees with byte for byte: ASCII, and half-width katakana from 0xA1.
 * At 0x5C stands the yen sign.
 */
const yenSign = 0x5c;
const firstKana = 0xff61;
const lastKana = 0xff9f;
const kanaOffset = firstKana - 0xa1;

/** The characters that every bank takes in files: digits, capitals, ｱ–ﾝ, ﾞ, ﾟ, space and ( ) - . / */
const everywhere = /^[0-9A-Zｱ-ﾝﾞﾟ ()\-./]$/u;

/** What was wrong with a text, and where; positions count characters from 1. */
export interface Unmappable {
  readonly character: string;
  readonly position: number;
}

/**
 * The bytes of a text that is in bank characters already.
 * @clause W6.1
 * @param extra characters that this bank takes besides, such as `¥,｢｣`
 */
export const encodeBankText = (
  text: string,
  extra = '',
): { readonly bytes: readonly number[] } | Unmappable => {
  const characters = Array.from(text);
  const wrong = characters.findIndex((each) => !everywhere.test(each) && !extra.includes(each));
  const bytes = characters.map(byteOf);
  const unknown = bytes.indexOf(undefined);
  const first = Math.min(...[wrong, unknown].filter((at) => at >= 0));
  return first === Infinity
    ? { bytes: bytes as number[] }
    : { character: characters[first] ?? '', position: first + 1 };
};

/** The text of bytes; undefined when one of them stands for no character of JIS X 0201. @clause W6.1 */
export const decodeBankText = (bytes: Iterable<number>): string | undefined => {
  let text = '';
  for (const byte of bytes) {
    const character = characterOf(byte);
    if (character === undefined) return undefined;
    text += character;
  }
  return text;
};

const byteOf = (character: string): number | undefined => {
  const code = character.codePointAt(0) ?? 0;
  if (character === '¥') return yenSign;
  if (code >= 0x20 && code <= 0x7d && code !== yenSign) return code;
  return code >= firstKana && code <= lastKana ? code - kanaOffset : undefined;
};

const characterOf = (byte: number): string | undefined => {
  if (byte === yenSign) return '¥';
  if (byte >= 0x20 && byte <= 0x7d) return String.fromCharCode(byte);
  return byte >= 0xa1 && byte <= 0xdf ? String.fromCharCode(byte + kanaOffset) : undefined;
};
