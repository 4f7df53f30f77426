/** Rows of a CSV text, quoted fields and line breaks in them included. @rfc 4180 */
export const readCsv = (text: string): string[][] => {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|\r|$)/gy;
  cell.lastIndex = text.startsWith('\u{feff}') ? 1 : 0;
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text);
    if (!found) return [...rows, [...row, '\u{fffd}']];
    const [, quoted, plain, end] = found;
    row.push(quoted === undefined ? (plain ?? '').trim() : quoted.replaceAll('""', '"').trim());
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push([...row, '']);
  return rows;
};
