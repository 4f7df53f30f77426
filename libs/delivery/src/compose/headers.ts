import MimeNode from 'nodemailer/lib/mime-node';

export type HeaderValue = string | { readonly name: string; readonly address: string };

/**
 * Encodes and folds header fields; every value loses its line breaks and control characters on the way.
 * @rfc 5322 §2.2.3
 * @rfc 2047
 */
export const headerLines = (fields: readonly (readonly [string, HeaderValue])[]): string => {
  const node = blankNode();
  for (const [key, value] of fields)
    node.addHeader(key, typeof value === 'string' ? oneLine(value) : clean(value));
  return fieldsOf(node);
};

/** Makes an encoded word of at most 64 letters, which fits behind `Subject: ` too. */
const bytesInWord = 39;

/**
 * `Subject`, which every mail may have its own of: whatever is not short and plain goes into encoded words, none of
 * which splits a character.
 * @rfc 2047 §2, §5
 */
export const subjectLine = (subject: string): string => {
  const text = oneLine(subject);
  if (shortAndPlain.test(text)) return `Subject: ${text}\r\n`;
  const words: string[] = [];
  let word = '';
  let bytes = 0;
  for (const character of text) {
    const size = Buffer.byteLength(character);
    if (bytes + size > bytesInWord) {
      words.push(word);
      word = '';
      bytes = 0;
    }
    word += character;
    bytes += size;
  }
  words.push(word);
  return `Subject: ${words.map(encodedWord).join('\r\n ')}\r\n`;
};

const shortAndPlain = /^(?!.*=\?)[ -~]{0,68}$/;

const encodedWord = (text: string): string => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;

const blankNode = (): MimeNode => new MimeNode('multipart/mixed').createChild('text/plain');

const fieldsOf = (node: MimeNode): string =>
  node
    .buildHeaders()
    .split('\r\n')
    .filter((line) => !/^Content-Type:/i.test(line))
    .join('\r\n') + '\r\n';

/** A field whose value is ready and short enough: made for each mail, so it skips the library. */
export const plainHeader = (key: string, ...parts: readonly string[]): string =>
  `${key}: ${parts.join(',\r\n ')}\r\n`;

/** @rfc 5322 §3.3 */
export const dateHeader = (at: Date): string =>
  `Date: ${at.toUTCString().replace('GMT', '+0000')}\r\n`;

export const oneLine = (text: string): string =>
  text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

const clean = ({ name, address }: { name: string; address: string }): object => ({
  name: oneLine(name),
  address: oneLine(address),
});
