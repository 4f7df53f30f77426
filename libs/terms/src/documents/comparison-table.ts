import type { PdfDocument, TextRun } from '#platform/pdf';
import type { Line, Remark, RevisionRow } from '../domain/revision-table.js';
import { brokenLines } from './broken-lines.js';

const remarks: Record<Remark, string> = {
  changed: '（変更）',
  new: '（新設）',
  deleted: '（削除）',
  omitted: '（略）',
};

const style = { size: 8.5, leading: 0 } as const;
const headStyle = { size: 9, weight: 'bold' } as const;
const [padding, lineHeight, paragraphGap, headHeight] = [5, 14, 4, 22];
/** Of the page's width: the two texts and the remark. */
const shares = [0.44, 0.44, 0.12] as const;
/** Kept free under the last row, for the mark of the end. */
const endHeight = 30;

type Printed = readonly TextRun[];

/** One line of print across a row. */
interface Strip {
  readonly texts: readonly [Printed | undefined, Printed | undefined];
  readonly height: number;
}

/** The rows of a comparison, on as many pages as they need; each page begins with the head. */
export class ComparisonTable {
  private readonly edges: readonly number[];
  private readonly widths = new Map<string, number>();

  constructor(private readonly pdf: PdfDocument) {
    let edge = pdf.left;
    this.edges = [edge, ...shares.map((share) => (edge += share * pdf.width))];
  }

  draw(rows: readonly RevisionRow[]): void {
    this.head();
    const printed = rows.map((row) => this.strips(row));
    rows.forEach((row, i) => {
      const next = printed[i + 1];
      const tail = next ? (tellsWhere(row) ? heightOf(next.slice(0, 2)) : 0) : endHeight;
      this.row(printed[i] ?? [], remarks[row.remark], tail);
    });
  }

  private head(): void {
    const { pdf } = this;
    const top = pdf.y;
    pdf.field(headHeight);
    ['新', '旧', '備考'].forEach((text, i) => {
      pdf.text(text, { ...headStyle, align: 'center' }, { ...this.cell(i), y: top + padding });
    });
    pdf.y = top;
    pdf.rule();
    this.frame(top, top + headHeight);
  }

  /**
   * A row is cut only where it would leave much of a page empty, and never so that one line stands alone.
   * @param tail points below it that must stay on its page
   */
  private row(strips: readonly Strip[], remark: string, tail: number): void {
    const { pdf } = this;
    const height = heightOf(strips);
    if (height + tail <= pdf.free) {
      this.part(strips, remark);
      return;
    }
    const fitting = this.fitting(strips);
    const cut = Math.min(fitting, strips.length - 2);
    const isLong = height > pdf.height / 3;
    if (isLong && cut >= 2) this.part(strips.slice(0, cut), remark);
    pdf.newPage();
    this.head();
    if (isLong && cut >= 2) this.row(strips.slice(cut), '', tail);
    else this.row(strips, remark, 0);
  }

  /** How many lines of print fit on the rest of the page. */
  private fitting(strips: readonly Strip[]): number {
    const count = strips.findIndex((_, i) => heightOf(strips.slice(0, i + 1)) > this.pdf.free);
    return count < 0 ? strips.length : count;
  }

  private part(strips: readonly Strip[], remark: string): void {
    const { pdf } = this;
    const top = pdf.y;
    let y = top + padding;
    pdf.text(remark, { ...style, align: 'center' }, { ...this.cell(2), y });
    for (const { texts, height } of strips) {
      texts.forEach((runs, i) => {
        const { x, width } = this.cell(i);
        if (runs) pdf.runs(runs, style, { x, y, width: width + lineHeight });
      });
      y += height;
    }
    this.frame(top, y + padding);
  }

  private frame(top: number, bottom: number): void {
    for (const x of this.edges) this.pdf.upright(0.5, x, top, bottom);
    this.pdf.y = bottom;
    this.pdf.rule();
  }

  private cell(i: number): { x: number; width: number } {
    const [from = 0, to = 0] = this.edges.slice(i, i + 2);
    return { x: from + padding, width: to - from - 2 * padding };
  }

  /** Paragraphs that stand side by side begin at the same height. */
  private strips({ new: after, old: before }: RevisionRow): readonly Strip[] {
    const paragraphs = Math.max(after.length, before.length);
    return Array.from({ length: paragraphs }, (_, n) => {
      const [left, right] = [this.printed(after[n], 0), this.printed(before[n], 1)];
      const isLast = n === paragraphs - 1;
      const count = Math.max(left.length, right.length);
      return Array.from({ length: count }, (_, i) => ({
        texts: [left[i], right[i]] as const,
        height: lineHeight + (i === count - 1 && !isLast ? paragraphGap : 0),
      }));
    }).flat();
  }

  private printed(line: Line | undefined, cell: number): readonly Printed[] {
    const runs = (line ?? []).map(({ text, isChanged }) => ({ text, isUnderlined: isChanged }));
    return brokenLines(runs, this.cell(cell).width, (letter) => this.widthOf(letter));
  }

  private widthOf(letter: string): number {
    const width = this.widths.get(letter) ?? this.pdf.widthOf(letter, style);
    this.widths.set(letter, width);
    return width;
  }
}

const heightOf = (strips: readonly Strip[]): number =>
  strips.reduce((sum, { height }) => sum + height, 2 * padding);

/** A row that only shows under which heading the next one stands. */
const tellsWhere = ({ remark, new: lines }: RevisionRow): boolean =>
  remark === 'omitted' && lines.length > 1;
