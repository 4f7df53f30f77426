import { PdfDocument } from '#platform/pdf';
import type { TextRun } from '#platform/pdf';
import type { Line, Remark } from '../domain/revision-table.js';
import type { Comparison } from '../use-cases/compare-versions.js';

const remarks: Record<Remark, string> = {
  changed: '（変更）',
  new: '（新設）',
  deleted: '（削除）',
  omitted: '（略）',
};

const style = { size: 8.5, leading: 2 } as const;
const headStyle = { size: 9, weight: 'bold' } as const;
const padding = 5;
/** Of the page's width: the two texts and the remark. */
const shares = [0.44, 0.44, 0.12] as const;

const textOf = (line: Line): string => line.map(({ text }) => text).join('');
const runsOf = (line: Line): TextRun[] =>
  line.map(({ text, isChanged }) => ({ text, isUnderlined: isChanged }));

/** The comparison table as it is handed out: 新 | 旧 | 備考, 以上 at its end. @clause D1 */
export const comparisonPdf = (
  { document, version, rows }: Comparison,
  author: string,
  now: Date,
): Promise<Buffer> => {
  const title = `${document.title.ja} 新旧対照表`;
  const pdf = new PdfDocument({ title, author, locale: 'ja', createdAt: now });
  const widths = shares.map((share) => share * pdf.width);
  const xs = [0, 1, 2].map((i) => pdf.left + widths.slice(0, i).reduce((sum, w) => sum + w, 0));
  const cell = (i: number): { x: number; width: number } => ({
    x: (xs[i] ?? 0) + padding,
    width: (widths[i] ?? 0) - 2 * padding,
  });
  const height = (line: Line | undefined, i: number): number =>
    line ? pdf.heightOf(textOf(line), style, cell(i).width) : 0;

  const head = (): void => {
    pdf.field(20);
    const top = pdf.y;
    ['新', '旧', '備考'].forEach((text, i) => {
      pdf.text(text, { ...headStyle, align: 'center' }, { ...cell(i), y: top + padding });
    });
    pdf.y = top + 20;
    pdf.rule();
  };

  pdf.text(title, { size: 15, weight: 'bold', align: 'center' }).space(4);
  const from = version.effectiveOn;
  if (from) {
    const day = `実施期日 ${from.year}年${from.month}月${from.day}日`;
    pdf.text(day, { size: 10, align: 'right' });
  }
  pdf.space(6);
  head();
  for (const row of rows) {
    const lines = Math.max(row.new.length, row.old.length);
    for (let n = 0; n < lines; n++) {
      const [left, right] = [row.new[n], row.old[n]];
      const tall = Math.max(height(left, 0), height(right, 1), 10) + 2 * padding;
      if (pdf.need(tall)) head();
      const y = pdf.y + padding;
      if (left) pdf.runs(runsOf(left), style, { ...cell(0), y });
      if (right) pdf.runs(runsOf(right), style, { ...cell(1), y });
      if (n === 0) pdf.text(remarks[row.remark], { ...style, align: 'center' }, { ...cell(2), y });
      pdf.y = y - padding + tall;
    }
    pdf.rule(0.3);
  }
  pdf.space(10).text('以上', { size: 10, align: 'right' });
  return pdf.finish();
};
