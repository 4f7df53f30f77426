/** Where the links of a mailing lead, by number. Only these are ever redirected to. */
export class LinkTable {
  readonly targets: string[];

  /** @param known targets numbered before, so that links already sent keep their meaning */
  constructor(known: readonly string[] = []) {
    this.targets = [...known];
  }

  /** The number of a target, the same for the same address. Undefined when the table is full. */
  numberOf(target: string): number | undefined {
    const known = this.targets.indexOf(target);
    if (known >= 0) return known;
    return this.targets.length < most ? this.targets.push(target) - 1 : undefined;
  }
}

const most = 500;

const inHtml = /(<a\b[^>]*?\shref\s*=\s*)(["'])(https?:\/\/[^"'{}\s]+)\2/gi;
const inText = /https?:\/\/[\w\-.~:/?#@!$&*+,;=%]+/g;
/** What Japanese and English writing puts behind an address. */
const trailing = /[.:?@!$*+,;]{1,10}$/;
const letter = /^[\p{L}\p{N}]/u;

/**
 * Puts `{{ links.tracked_0 }}` where a link with a fixed address stands. Links with merge fields in them stay as they
 * are: their target is nobody's to know beforehand, and a redirect that takes any target is an open door.
 */
export const trackHtml = (source: string, table: LinkTable): string =>
  source.replace(inHtml, (whole, head: string, quote: string, href: string) => {
    const number = table.numberOf(unescapeHtml(href));
    return number === undefined ? whole : `${head}${quote}{{ links.tracked_${number} }}${quote}`;
  });

/**
 * The same for plain text. Where a letter or a merge field follows without a space nobody can say whether it belongs
 * to the address, so that one is left as it is.
 */
export const trackText = (source: string, table: LinkTable): string =>
  source
    .split(/(\{[{%].*?[%}]\})/s)
    .map((part, index, parts) =>
      index % 2 === 1 ? part : trackPlain(part, parts[index + 1] ?? '', table),
    )
    .join('');

const trackPlain = (text: string, after: string, table: LinkTable): string =>
  text.replace(inText, (match, at: number) => {
    const next = text.slice(at + match.length, at + match.length + 2) || after;
    if (letter.test(next) || next.startsWith('{{')) return match;
    const target = match.replace(trailing, '');
    const number = URL.canParse(target) ? table.numberOf(target) : undefined;
    return number === undefined
      ? match
      : `{{ links.tracked_${number} }}${match.slice(target.length)}`;
  });

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

const unescapeHtml = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (name) return entities[String(name).toLowerCase()] ?? whole;
    const code = hex ? parseInt(String(hex), 16) : Number(decimal);
    return code > 31 && code < 0x11_0000 ? String.fromCodePoint(code) : whole;
  });
