import type { Locale } from '#lib/kernel';
import { createRequire } from 'node:module';
import type PDFDocument from 'pdfkit';
import { fontOf } from './fonts.js';
import type { FontWeight } from './fonts.js';

/** Large, and of no use to the processes that send: loaded with the first document. */
const load = createRequire(import.meta.url);

interface PdfFacts {
  readonly title: string;
  readonly author: string;
  readonly locale: Locale;
  /** Equal content of one instant gives equal bytes. */
  readonly createdAt: Date;
  /** What stands beside the numbers of the pages, so that they find together again. */
  readonly footer?: string;
}

export interface TextStyle {
  /** Points; 10 unless given. */
  readonly size?: number;
  readonly weight?: FontWeight;
  readonly align?: 'left' | 'center' | 'right';
  readonly color?: string;
  /** Points between the lines of one text. */
  readonly leading?: number;
}

/** A part of a text. */
export interface TextRun {
  readonly text: string;
  readonly isUnderlined: boolean;
}

/** A place on the page, in points from its upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

const margin = 50;
const footerHeight = 30;

/**
 * A page in portrait A4 and those that follow it, written from top to bottom. Text breaks by itself at the right
 * margin and goes on on a new page; page numbers are put under all pages at the end.
 */
export class PdfDocument {
  readonly left = margin;
  readonly right: number;
  private readonly doc: PDFKit.PDFDocument;
  private readonly bytes: Promise<Buffer>;
  private readonly footer: string;

  constructor({ title, author, locale, createdAt, footer }: PdfFacts) {
    this.footer = footer === undefined ? '' : `${footer} · `;
    const Document = load('pdfkit') as typeof PDFDocument;
    this.doc = new Document({
      size: 'A4',
      margins: { top: margin, left: margin, right: margin, bottom: margin + footerHeight },
      bufferPages: true,
      lang: locale,
      displayTitle: true,
      info: { Title: title, Author: author, CreationDate: createdAt, ModDate: createdAt },
    });
    this.right = this.doc.page.width - margin;
    this.doc.registerFont('regular', fontOf('regular')).registerFont('bold', fontOf('bold'));
    const chunks: Buffer[] = [];
    this.bytes = new Promise((resolve, reject) => {
      this.doc.on('data', (chunk: Buffer) => chunks.push(chunk));
      this.doc.on('end', () => {
        resolve(Buffer.concat(chunks));
      });
      this.doc.on('error', reject);
    });
  }

  /** Where the next text begins, in points from the upper edge. */
  get y(): number {
    return this.doc.y;
  }

  set y(y: number) {
    this.doc.y = y;
  }

  /** Points between the margins. */
  get width(): number {
    return this.right - this.left;
  }

  /** Writes below what was written last, or into a box. */
  text(text: string, style: TextStyle = {}, box?: Box): this {
    const { x, y, width } = box ?? { x: this.left, y: this.doc.y, width: this.width };
    this.use(style).text(text, x, y, { width, ...layout(style) });
    return this;
  }

  /** Writes into a box a text some runs of which are underlined. */
  runs(runs: readonly TextRun[], style: TextStyle, { x, y, width }: Box): this {
    this.use(style);
    runs.forEach(({ text, isUnderlined }, i) => {
      const options = {
        width,
        ...layout(style),
        underline: isUnderlined,
        continued: i < runs.length - 1,
      };
      if (i === 0) this.doc.text(text, x, y, options);
      else this.doc.text(text, options);
    });
    return this;
  }

  /** The height that a text takes in a width. */
  heightOf(text: string, style: TextStyle, width: number): number {
    return this.use(style).heightOfString(text, { width, ...layout(style) });
  }

  /** The width of a text on one line. */
  widthOf(text: string, style: TextStyle): number {
    return this.use(style).widthOfString(text);
  }

  /** Leaves points free. */
  space(points: number): this {
    this.doc.y += points;
    return this;
  }

  /** A line from margin to margin, or over part of the width. */
  rule(weight = 0.5, from = this.left, to = this.right): this {
    const { y } = this.doc;
    this.doc.lineWidth(weight).strokeColor('#333333').moveTo(from, y).lineTo(to, y).stroke();
    return this;
  }

  /** A line from top to bottom. */
  upright(weight: number, x: number, from: number, to: number): this {
    this.doc.lineWidth(weight).strokeColor('#333333').moveTo(x, from).lineTo(x, to).stroke();
    return this;
  }

  /** A grey field behind what is written next. */
  field(height: number, { x, y, width } = { x: this.left, y: this.y, width: this.width }): this {
    this.doc.rect(x, y, width, height).fill('#eef1f5');
    return this;
  }

  /** Points between what was written last and the end of the page. */
  get free(): number {
    return this.doc.page.height - margin - footerHeight - this.doc.y;
  }

  /** Points between the margins, from the top to the bottom of a page. */
  get height(): number {
    return this.doc.page.height - 2 * margin - footerHeight;
  }

  /** Goes on on a new page. */
  newPage(): this {
    this.doc.addPage();
    return this;
  }

  /** Goes on on a new page unless so many points are free on this one; gives whether it did. */
  need(points: number): boolean {
    if (points <= this.free) return false;
    this.doc.addPage();
    return true;
  }

  /** The file. Nothing can be written afterwards. */
  finish(): Promise<Buffer> {
    const { start, count } = this.doc.bufferedPageRange();
    for (let page = start; page < start + count; page++) {
      this.doc.switchToPage(page);
      this.doc.page.margins.bottom = 0; // else a text below the margin would begin another page
      const box = { x: this.left, y: this.doc.page.height - margin, width: this.width };
      const style = { size: 8, align: 'center', color: '#555555' } as const;
      this.text(`${this.footer}${page + 1} / ${count}`, style, box);
    }
    this.doc.end();
    return this.bytes;
  }

  private use({ size = 10, weight = 'regular', color = '#111111' }: TextStyle): PDFKit.PDFDocument {
    return this.doc.font(weight).fontSize(size).fillColor(color);
  }
}

const layout = ({ align = 'left', leading = 2 }: TextStyle): PDFKit.Mixins.TextOptions => ({
  align,
  lineGap: leading,
});
