const atext = '\\w.!#$%&*+/=?^`{|}~\\-';
/** Japanese puts no space around an address: it ends where another script begins, unless it is all in that one. */
const local = `(?:"[^"\\n]{1,64}"|(?![*])[${atext}][${atext}']{0,63}|[^\\x00-\\x7f、。「」（）：]{1,64})`;
const domain = `(?:[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,9}(?![\\u00c0-\\u024f])|[^\\s<>()[\\]"',;:\\\\@*]{1,253})`;

/** The source of an expression for one address in prose, without regard to case. */
export const addressPattern = `${local}@${domain}`;

/** Without what sentences put behind an address. */
export const trimmedAddress = (found: string): string =>
  found.replace(/^(?:rfc822|mailto|smtp)[;:]/i, '').replace(/[.?!…]+$/, '');

const longestField = 1_000;

/** `rfc822; taro@example.jp`, `rfc/822;<…>`, `utf-8; \x{592a}…@…`. @rfc 3464 §2.3, 6533 §3 */
export const addressOf = (value: string): string | null => {
  const plain = value
    .slice(0, longestField)
    .replace(/^[\w/-]{1,20}[ \t]*;[ \t]*(?:smtp:|mailto:)?/i, '')
    .replace(/\\x\{([0-9A-Fa-f]{2,6})\}/g, (_, hex: string) => characterOf(parseInt(hex, 16)));
  const found =
    /<("[^"<>]{1,64}"@[^<>\s]+|[^<>\s]+@[^<>\s]+)>/.exec(plain) ??
    /("[^"]{1,64}"@[^<>\s;()]+)/.exec(plain) ??
    /([^<>\s;]+@[^<>\s;()]+)/.exec(plain);
  return found?.[1]?.replace(/^'(.+)'$/, '$1') ?? null;
};

const mostAddresses = 100;

/** The addresses of a header field's list. */
export const addressesIn = (list: string): string[] =>
  list
    .split(',', mostAddresses)
    .map(addressOf)
    .filter((address) => address !== null);

/** A character by its number; what is none becomes U+FFFD. */
export const characterOf = (code: number): string =>
  code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
