import { jstDate } from '#lib/kernel';
import { PdfDocument } from '#platform/pdf';
import type { Letter } from './store/letters.store.js';

/** A letter for a window envelope: the address above, then the day, the subject and the text. */
export const letterPdf = (letter: Letter): Promise<Buffer> => {
  const { name, postalAddress, subject, text, locale, postedAt } = letter;
  const pdf = new PdfDocument({ title: subject, author: 'Hikyaku', locale, createdAt: postedAt });
  const { year, month, day } = jstDate(postedAt);
  const written = locale === 'ja' ? `${year}年${month}月${day}日` : jstDate(postedAt).toString();
  return pdf
    .text(postalAddress, { size: 11 })
    .text(locale === 'ja' ? `${name} 様` : name, { size: 12 })
    .space(40)
    .text(written, { align: 'right' })
    .space(24)
    .text(subject, { size: 14, weight: 'bold' })
    .space(16)
    .text(text, { size: 10.5, leading: 5 })
    .finish();
};
