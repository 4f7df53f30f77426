/**
 * The cells of a CSV text, line by line; undefined when a quotation is left open.
 * @rfc 4180, with LF for CR LF and text behind a quotation taken as it stands
 */
export const readCsv = (text: string): string[][] | undefined => {
  const lines: string[][] = [];
  let line: string[] = [];
  let cell = '';
  let quoted = false;
  const endLine = (): void => {
    lines.push([...line, cell]);
    line = [];
    cell = '';
  };
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  for (let at = 0; at < source.length; at++) {
    const character = source.charAt(at);
    if (quoted && character === '"' && source.charAt(at + 1) === '"') {
      cell += '"';
      at += 1;
    } else if (character === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (quoted) cell += character;
    else if (character === ',') {
      line.push(cell);
      cell = '';
    } else if (character === '\n') endLine();
    else cell += character;
  }
  if (quoted) return undefined;
  if (cell !== '' || line.length > 0) endLine();
  return lines;
};
