import MimeNode from 'nodemailer/lib/mime-node';

export type HeaderValue = string | { readonly name: string; readonly address: string };

/**
 * Encodes and folds header fields; every value loses its line breaks and control characters on the way.
 * @rfc 5322 §2.2.3
 * @rfc 2047
 */
export const headerLines = (fields: readonly (readonly [string, HeaderValue])[]): string => {
  const node = new MimeNode('multipart/mixed').createChild('text/plain');
  for (const [key, value] of fields)
    node.addHeader(key, typeof value === 'string' ? oneLine(value) : clean(value));
  const lines = node.buildHeaders().split('\r\n');
  return lines.filter((line) => !/^Content-Type:/i.test(line)).join('\r\n') + '\r\n';
};

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
