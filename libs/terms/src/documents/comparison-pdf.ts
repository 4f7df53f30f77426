import { PdfDocument } from '#platform/pdf';
import type { Comparison } from '../use-cases/compare-versions.js';
import { ComparisonTable } from './comparison-table.js';

/** The comparison table as it is handed out: 新 | 旧 | 備考, 以上 at its end. @clause D1 */
export const comparisonPdf = (
  { document, version, rows }: Comparison,
  author: string,
  now: Date,
): Promise<Buffer> => {
  const title = `${document.title.ja} 新旧対照表`;
  const pdf = new PdfDocument({ title, author, locale: 'ja', createdAt: now });
  pdf.text(title, { size: 15, weight: 'bold', align: 'center' }).space(4);
  const from = version.effectiveOn;
  if (from) {
    const day = `実施期日 ${from.year}年${from.month}月${from.day}日`;
    pdf.text(day, { size: 10, align: 'right' });
  }
  pdf.space(6);
  new ComparisonTable(pdf).draw(rows);
  pdf.space(10).text('以上', { size: 10, align: 'right' });
  return pdf.finish();
};
