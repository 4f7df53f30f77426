import { characterOf } from './address.js';
import { decodeCharset } from './binary-text.js';
import { isReturned, readFields } from './mime.js';
import type { Leaf, Message } from './mime.js';

/** A message as its reader sees it: what is said, apart from the message that is returned with it. */
export interface Notice {
  readonly headers: ReadonlyMap<string, string>;
  /** The words for people, in all text parts before the returned message. */
  readonly said: string;
  /** Header fields of the returned message, as far as they came back. */
  readonly returned: ReadonlyMap<string, string>;
  /** What came back as text within the words, as far as it was looked at. */
  readonly quoted: string;
}

const longestPart = 65_536;
const longestSaid = 16_384;

/** Parts what the mailer says from what it returns. */
export const noticeOf = ({ headers, leaves }: Message): Notice => {
  const at = leaves.findIndex(isReturned);
  const texts = (at < 0 ? leaves : leaves.slice(0, at)).filter(isText);
  const spoken = (texts.length > 0 ? texts : leaves.filter(isText)).map(plainText).join('\n');
  const said = spoken.slice(0, longestSaid);
  const cut = returnedFrom(said);
  const quoted = said.slice(cut).replace(/^[^:\n]*\n\s*/, '');
  const returned = readFields(at < 0 ? quoted : (leaves[at]?.body ?? ''));
  return { headers, said: said.slice(0, cut), returned, quoted };
};

const isText = ({ type }: Leaf): boolean => type === 'text/plain' || type === 'text/html';

const plainText = ({ type, body, charset }: Leaf): string => {
  const text = decodeCharset(body.slice(0, longestPart), charset);
  return type === 'text/html' ? withoutTags(text) : text;
};

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  nbsp: ' ',
};

const withoutTags = (html: string): string =>
  html
    .replace(/<(style|script|title)\b[^<>]*>(?:(?!<\1\b)[^])*?<\/\1>/gi, '')
    .replace(/<(?:br|p|div|tr|li|h\d|table)\b[^<>]*>/gi, '\n')
    .replace(/<[a-z!/][^<>]*>/gi, ' ')
    .replace(/&(\w{2,6});/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/&#(\d{1,7}|x[0-9a-f]{1,6});/gi, (_, code: string) =>
      characterOf(Number(code.replace(/^x/i, '0x'))),
    );

/** Lines by which mailers begin to quote the message that they return. */
const beginsReturned: readonly RegExp[] = [
  /^[^\p{L}\p{N}\n]{0,80}(?:the |possibly truncated )?(?:original|returned|unsent|undelivered|rejected|bounced) (?:message|e-?mail)(?: (?:text|headers?|body|info))?[^\p{L}\p{N}\n]*(?:follows|is below|as follows|starts here)?[^\p{L}\p{N}\n]{0,80}$/imu,
  /^[^\p{L}\p{N}\n]{0,80}(?:original mail|your message|message (?:text|headers?)) (?:as )?(?:follows?|info)\b/imu,
  /\bbelow (?:this line )?is (?:a|the) (?:copy|original|message)\b/i,
  /\bthis is a copy of (?:the|your) (?:original )?(?:message|e-?mail)/i,
  /\b(?:included|attached|following) is a copy of the (?:original )?(?:message|e-?mail)/i,
  /\bcopy of the (?:original )?message (?:below|follows)/i,
  /\bheaders? of the original message (?:is|are) following/i,
  /^[^\p{L}\p{N}\n]{0,80}(?:元|送信)の?(?:メッセージ|メール)[^\p{L}\p{N}\n]{0,80}$/imu,
  /^[>\s|]{0,8}(?:received: (?:from|by|\()|return-path: ?<|dkim-signature:)/im,
];

const returnedFrom = (text: string): number =>
  Math.min(
    text.length,
    ...beginsReturned.flatMap((begin) => begin.exec(text)?.index ?? []).filter((at) => at > 0),
  );
