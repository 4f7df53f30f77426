/** A piece of an HTML text, in the order of the source. */
export type HtmlToken =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
    }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'style'; readonly css: string };

/** Their content is text up to the closing tag, and no reader sees it. */
const rawElements = new Set(['style', 'script', 'title', 'textarea']);

/**
 * Reads HTML as forgivingly as mail programs do, in one pass over the text. Comments are left out, conditional ones
 * for old word processors too.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  for (let at = 0; at < html.length;) {
    const start = html.indexOf('<', at);
    const text = decodeEntities(html.slice(at, start < 0 ? html.length : start));
    if (text) yield { kind: 'text', text };
    if (start < 0) return;
    const end = html.startsWith('<!--', start)
      ? endAfter(html, '-->', start)
      : endOfTag(html, start);
    const token = tokenOf(html.slice(start + 1, end - 1));
    at = end;
    if (!token) continue;
    if (token.kind === 'open' && rawElements.has(token.name)) {
      const close = indexOfIgnoringCase(html, `</${token.name}`, end);
      if (token.name === 'style') yield { kind: 'style', css: html.slice(end, close) };
      at = endOfTag(html, close);
    } else yield token;
  }
}

const tokenOf = (tag: string): HtmlToken | undefined => {
  const name = /^(\/?)([a-z][^\s/>]*)/i.exec(tag);
  if (!name?.[2]) return undefined;
  const lower = name[2].toLowerCase();
  if (name[1]) return { kind: 'close', name: lower };
  return { kind: 'open', name: lower, attributes: attributesOf(tag.slice(name[0].length)) };
};

const attributesOf = (text: string): Map<string, string> => {
  const found = text.matchAll(/([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g);
  return new Map(
    [...found].map(([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      decodeEntities(double ?? single ?? bare ?? ''),
    ]),
  );
};

const endAfter = (html: string, mark: string, from: number): number => {
  const at = html.indexOf(mark, from);
  return at < 0 ? html.length : at + mark.length;
};

/** A > inside quotation marks does not end the tag. */
const endOfTag = (html: string, start: number): number => {
  let quote = '';
  for (let at = start; at < html.length; at++) {
    const letter = html.charAt(at);
    if (quote) quote = letter === quote ? '' : quote;
    else if (letter === '>') return at + 1;
    else if ((letter === '"' || letter === "'") && html.charAt(at - 1) === '=') quote = letter;
  }
  return html.length;
};

const indexOfIgnoringCase = (html: string, mark: string, from: number): number => {
  const found = html.slice(from).search(new RegExp(mark, 'i'));
  return found < 0 ? html.length : from + found;
};

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  copy: '©',
  yen: '¥',
};

const decodeEntities = (text: string): string =>
  text.replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});?/gi, (whole: string, entity: string) => {
    if (!entity.startsWith('#')) return named[entity.toLowerCase()] ?? whole;
    const code = Number(entity.slice(1).replace(/^x/i, '0x'));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
