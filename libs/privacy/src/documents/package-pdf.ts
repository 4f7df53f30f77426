import { formatJst } from '#lib/kernel';
import type { Locale } from '#lib/kernel';
import { PdfDocument } from '#platform/pdf';
import { kindTexts } from '../domain/kind-texts.js';
import { purposes } from '../domain/purpose.js';
import type { DisclosurePackage } from '../use-cases/gather-package.js';
import { labelOf } from './record-labels.js';

const words = {
  ja: {
    title: '保有個人データに関する回答',
    number: '請求番号',
    kind: '請求の種類',
    purposes: '利用目的',
    kept: '保存期間',
    none: '該当する情報はありません。',
  },
  en: {
    title: 'Personal data held on you',
    number: 'Request',
    kind: 'Kind of request',
    purposes: 'Purposes',
    kept: 'Kept',
    none: 'There is nothing of this kind.',
  },
} as const;

/** The package for people, ready for print. @clause 個人情報保護法33条 */
export const packagePdf = (
  { requestId, locale, kind, madeAt, sections }: DisclosurePackage,
  author: string,
): Promise<Buffer> => {
  const text = words[locale];
  const pdf = new PdfDocument({ title: text.title, author, locale, createdAt: madeAt });
  pdf.text(text.title, { size: 16, weight: 'bold' }).space(6);
  pdf.text(`${text.number}: ${requestId}`).text(`${text.kind}: ${kindTexts[kind][locale]}`);
  pdf.text(formatJst(madeAt, locale)).space(8).rule();
  for (const { title, records, treatments } of sections) {
    pdf.space(10).text(title[locale], { size: 12, weight: 'bold' }).space(3);
    for (const { purposes: codes, retention } of treatments) {
      const uses = codes.map((code) => purposes[code][locale]).join(locale === 'ja' ? '、' : ', ');
      pdf.text(`${text.purposes}: ${uses}`, { size: 9, color: '#555555' });
      const kept = `${text.kept}: ${retention.text[locale]} (${retention.basis})`;
      pdf.text(kept, { size: 9, color: '#555555' });
    }
    if (kind === 'PURPOSE_NOTICE') continue;
    if (records.length === 0) pdf.space(3).text(text.none);
    for (const record of records) {
      pdf.space(5);
      for (const [name, value] of Object.entries(record))
        pdf.text(`${labelOf(name, locale)}: ${shown(value, locale)}`);
    }
  }
  return pdf.finish();
};

const shown = (value: unknown, locale: Locale): string => {
  if (value instanceof Date) return formatJst(value, locale);
  if (value === null || value === undefined) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
};
