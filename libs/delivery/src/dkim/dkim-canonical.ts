const blanks = /[\t ]+/g;
const blanksAtEnd = / +(?=\r\n|$)/g;
/** Nearly every body of ours is base64 lines, which relaxing leaves as they are. */
const looseBlanks = ['\t', '  ', ' \r\n'].map((text) => Buffer.from(text));
const lineEnd = Buffer.from('\r\n');
const [cr, lf] = lineEnd;
const space = 0x20;

/**
 * One header field without its line break, as a signature sees it: name in lower case, unfolded, single blanks.
 * @param field the whole field as it stands in the mail, folding included
 * @rfc 6376 §3.4.2
 */
export const relaxedField = (field: string): string => {
  const colon = field.indexOf(':');
  const value = field
    .slice(colon + 1)
    .replaceAll('\r\n', '')
    .replace(blanks, ' ')
    .trim();
  return `${field.slice(0, colon).trim().toLowerCase()}:${value}`;
};

/**
 * The body as a signature sees it: blanks made single, none at the end of a line, no empty lines at the end.
 * @rfc 6376 §3.4.4
 */
export const relaxedBody = (body: Buffer): Buffer => {
  const tight = isTight(body) ? body : tightened(body);
  let end = tight.length;
  while (end >= 2 && tight[end - 1] === lf && tight[end - 2] === cr) end -= 2;
  if (end === 0) return tight.subarray(0, 0);
  return end < tight.length ? tight.subarray(0, end + 2) : Buffer.concat([tight, lineEnd]);
};

const isTight = (body: Buffer): boolean =>
  body.at(-1) !== space && !looseBlanks.some((blank) => body.includes(blank));

const tightened = (body: Buffer): Buffer =>
  Buffer.from(body.toString('latin1').replace(blanks, ' ').replace(blanksAtEnd, ''), 'latin1');

/** Header fields by lower-case name; of several with one name, the last, which is the one a signature covers first. */
export const fieldsByName = (head: string): Map<string, string> => {
  const fields = new Map<string, string>();
  for (const field of head.split(/\r\n(?![\t ])/)) {
    const colon = field.indexOf(':');
    if (colon > 0) fields.set(field.slice(0, colon).trim().toLowerCase(), field);
  }
  return fields;
};
