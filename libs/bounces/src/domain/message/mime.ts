import { withLineFeeds } from './binary-text.js';
import { decodeTransfer } from './transfer-encoding.js';

/** One leaf of a message: what it says it is, and its body with the transfer encoding undone (a byte a character). */
export interface Leaf {
  /** `type/subtype` in lower case. */
  readonly type: string;
  readonly charset: string;
  readonly body: string;
}

/** Types under which reports return what was sent, or its headers. @rfc 3462, 6533 */
const returnedTypes = new Set([
  'message/rfc822',
  'message/global',
  'text/rfc822-headers',
  'message/global-headers',
  'text/rfc822',
]);

export const isReturned = ({ type }: Leaf): boolean => returnedTypes.has(type);

export interface Message {
  /** First value of each header field by lower-case name, unfolded. */
  readonly headers: ReadonlyMap<string, string>;
  readonly leaves: readonly Leaf[];
}

const maxDepth = 8;
const maxLeaves = 100;
const maxHeader = 65_536;
const maxField = 2_000;

/** Reads a message's headers and leaves. Attached messages stay leaves: what they hold is not said by this one. */
export const readMessage = (text: string): Message => {
  const { headers, body } = splitEntity(text.replace(/^\n+/, ''));
  const leaves: Leaf[] = [];
  collect(headers, body, leaves, 0);
  return { headers, leaves };
};

interface Entity {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

const splitEntity = (text: string): Entity => {
  if (text.startsWith('\n')) return { headers: new Map(), body: text.slice(1) };
  const end = text.indexOf('\n\n');
  const head = end < 0 ? text : text.slice(0, end);
  return {
    headers: readHeaders(head.slice(0, maxHeader)),
    body: end < 0 ? '' : text.slice(end + 2),
  };
};

/** First value of each header field of a message or of a part of one, by lower-case name, unfolded. */
export const readFields = (text: string): ReadonlyMap<string, string> =>
  splitEntity(withLineFeeds(text)).headers;

const readHeaders = (head: string): ReadonlyMap<string, string> => {
  const headers = new Map<string, string>();
  for (const line of head.replace(/\n[ \t]/g, ' ').split('\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (name && !headers.has(name))
      headers.set(name, line.slice(colon + 1, colon + maxField).trim());
  }
  return headers;
};

const collect = (
  headers: ReadonlyMap<string, string>,
  body: string,
  leaves: Leaf[],
  depth: number,
): void => {
  if (leaves.length >= maxLeaves) return;
  const contentType = headers.get('content-type') ?? 'text/plain';
  const type = (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();
  if (type.startsWith('multipart/') && depth < maxDepth) {
    const parts = splitParts(body, parameter(contentType, 'boundary'));
    for (const part of parts) {
      const entity = splitEntity(part);
      collect(entity.headers, entity.body, leaves, depth + 1);
    }
    if (parts.length > 0) return;
  }
  leaves.push({
    type: type.startsWith('multipart/') ? 'text/plain' : type, // its delimiters are lost
    charset: parameter(contentType, 'charset') || 'utf-8',
    body: decodeTransfer(body, headers.get('content-transfer-encoding') ?? ''),
  });
};

/** The parts between the delimiter lines; a missing close delimiter ends at the end. @rfc 2046 §5.1.1 */
const splitParts = (body: string, boundary: string): string[] => {
  const delimiter = boundary ? `--${boundary}` : /^--\S+/m.exec(body)?.[0];
  if (!delimiter) return [];
  const parts: string[] = [];
  for (const piece of `\n${body}`.split(`\n${delimiter}`, maxLeaves + 1).slice(1)) {
    if (piece.startsWith('--')) break;
    const isDelimiter = /^[ \t]*(?:\n|$)/.test(piece); // else a longer boundary of a part inside this one
    if (isDelimiter) parts.push(piece.slice(piece.indexOf('\n') + 1 || piece.length));
    else parts.push(`${parts.pop() ?? ''}\n${delimiter}${piece}`);
  }
  return parts;
};

/** The value of a parameter such as `boundary`, without its quotation marks; empty when absent. */
const parameter = (header: string, name: string): string => {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"?|([^;\\s]*))`, 'i').exec(header);
  return found?.[1] ?? found?.[2] ?? '';
};
