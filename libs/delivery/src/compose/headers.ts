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

/** `Subject`, which every mail may have its own of: on a node kept for it, since making one costs random bytes. */
export const subjectLine = (subject: string): string => {
  subjectNode.setHeader('Subject', oneLine(subject));
  return fieldsOf(subjectNode);
};

const blankNode = (): MimeNode => new MimeNode('multipart/mixed').createChild('text/plain');

const fieldsOf = (node: MimeNode): string =>
  node
    .buildHeaders()
    .split('\r\n')
    .filter((line) => !/^Content-Type:/i.test(line))
    .join('\r\n') + '\r\n';

const subjectNode = blankNode();

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
