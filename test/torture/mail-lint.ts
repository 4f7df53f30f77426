/** Fields of which a mail has exactly one. @rfc 5322 §3.6 */
const once = [
  ...['from', 'to', 'subject', 'date', 'message-id', 'mime-version', 'content-type', 'list-id'],
  ...['list-unsubscribe', 'list-unsubscribe-post'],
];

/** Where a mail, as it came over the wire, breaks RFC 5322, 2045 or 2047. */
export const lint = (data: string): string[] => {
  const [head = '', ...rest] = data.split('\r\n\r\n');
  const lines = head.split('\r\n');
  const names = lines.flatMap((line) => /^([!-9;-~]+):/.exec(line)?.[1]?.toLowerCase() ?? []);
  const words = head.match(/=\?[^?\s]+\?[bq]\?[^?]*\?=/gi) ?? [];
  const bodies = rest.join('\r\n\r\n').split('\r\n');
  const found: readonly (readonly [string, boolean])[] = [
    ...once.map(
      (name) => [`not one ${name}`, names.filter((each) => each === name).length !== 1] as const,
    ),
    ['a bare CR or LF', /[\r\n]/.test(data.replaceAll('\r\n', ''))],
    ['a byte that is not printable ASCII', /[^\t\x20-\x7e]/.test(data.replaceAll('\r\n', ''))],
    ['a line of more than 998', data.split('\r\n').some((line) => line.length > 998)],
    // One word may be longer than a line likes: a link, or the value of a signature.
    [
      'not folded at 78',
      lines.some((line) => line.length > 78 && /\S[ \t]+\S/.test(line.slice(78))),
    ],
    ['a line that is no field', lines.some((line) => !/^([!-9;-~]+:|[ \t]+\S)/.test(line))],
    ['an encoded word of more than 75', words.some((word) => word.length > 75)],
    ['a split character', words.some(isSplit)],
    ['a body line of more than 76', bodies.some((line) => line.length > 76)],
  ];
  return found.flatMap(([fault, isFound]) => (isFound ? [fault] : []));
};

const isSplit = (word: string): boolean => {
  const [, , kind = '', text = ''] = word.split('?');
  if (kind.toUpperCase() !== 'B') return false;
  return Buffer.from(text, 'base64').toString().includes('\ufffd');
};
