const blanks = /[\t ]+/g;
const blanksAtEnd = / +(?=\r\n|$)/g;
/** Nearly every body of ours is base64 lines, which relaxing leaves as they are. */
const hasLooseBlanks = /\t| {2}| \r\n| $/;
const emptyLinesAtEnd = /(?:\r\n)+$/;

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
export const relaxedBody = (body: string): string => {
  const tight = hasLooseBlanks.test(body)
    ? body.replace(blanks, ' ').replace(blanksAtEnd, '')
    : body;
  const ended = tight.replace(emptyLinesAtEnd, '');
  return ended === '' ? '' : `${ended}\r\n`;
};

/** Header fields by lower-case name; of several with one name, the last, which is the one a signature covers first. */
export const fieldsByName = (head: string): Map<string, string> => {
  const fields = new Map<string, string>();
  for (const field of head.split(/\r\n(?![\t ])/)) {
    const colon = field.indexOf(':');
    if (colon > 0) fields.set(field.slice(0, colon).trim().toLowerCase(), field);
  }
  return fields;
};
