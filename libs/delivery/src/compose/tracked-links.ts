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
/** Ends before what Japanese and English writing puts behind an address. */
const inText = /https?:\/\/[\w\-.~:/?#@!$&*+,;=%]*[\w\-/~#=&%]/g;

/**
 * Puts `{{ links.tracked_0 }}` where a link with a fixed address stands. Links with merge fields in them stay as they
 * are: their target is nobody's to know beforehand, and a redirect that takes any target is an open door.
 */
export const trackHtml = (source: string, table: LinkTable): string =>
  source.replace(inHtml, (whole, head: string, quote: string, href: string) => {
    const number = table.numberOf(unescapeHtml(href));
    return number === undefined ? whole : `${head}${quote}{{ links.tracked_${number} }}${quote}`;
  });

export const trackText = (source: string, table: LinkTable): string =>
  source
    .split(/(\{[{%].*?[%}]\})/s)
    .map((part, index, parts) =>
      index % 2 === 1
        ? part
        : part.replace(inText, (href, at: number) => {
            const touchesField =
              at + href.length === part.length && parts[index + 1]?.startsWith('{{');
            const number = touchesField ? undefined : table.numberOf(href);
            return number === undefined ? href : `{{ links.tracked_${number} }}`;
          }),
    )
    .join('');

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
