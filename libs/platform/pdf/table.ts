import type { PdfDocument, TextStyle } from './pdf-document.js';

export interface Column {
  readonly title: string;
  /** Share of the width; the shares of all columns are added up. */
  readonly share: number;
  readonly align?: 'left' | 'right';
}

const padding = 5;

/** Draws rows under a head that is repeated on each page. A row is never split. */
export const drawTable = (
  pdf: PdfDocument,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): void => {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (pdf.width * share) / shares);
  const head = columns.map(({ title }) => title);
  const row = (cells: readonly string[], style: TextStyle, filled: boolean): void => {
    const heights = cells.map((text, i) => pdf.heightOf(text, style, inner(widths[i])));
    const height = Math.max(...heights) + 2 * padding;
    if (pdf.need(height) && !filled) row(head, { ...style, weight: 'bold' }, true);
    const top = pdf.y;
    if (filled) pdf.field(height);
    let x = pdf.left;
    cells.forEach((text, i) => {
      const box = { x: x + padding, y: top + padding, width: inner(widths[i]) };
      pdf.text(text, { ...style, align: columns[i]?.align ?? 'left' }, box);
      x += widths[i] ?? 0;
    });
    pdf.y = top + height;
    pdf.rule(0.3);
  };
  row(head, { size: 9, weight: 'bold' }, true);
  for (const cells of rows) row(cells, { size: 9 }, false);
};

const inner = (width = 0): number => width - 2 * padding;
