import { formatYen } from '#lib/kernel';
import type { Locale, Texts, Yen } from '#lib/kernel';
import { drawTable } from '#platform/pdf';
import type { PdfDocument } from '#platform/pdf';
import type { RateGroup } from '../domain/tax/tax-totals.js';
import type { Issuer, Recipient } from '../store/invoice.row.js';
import { addressee, amountText } from './document-words.js';

interface Head {
  readonly title: string;
  readonly recipient: Recipient;
  readonly issuer: Issuer;
  /** Number, dates: label and value. */
  readonly facts: readonly (readonly [label: string, value: string])[];
}

const half = 0.54;

/** Title, whom it is for on the left, who issues it on the right. */
export const drawHead = (pdf: PdfDocument, head: Head, locale: Locale): void => {
  const { recipient, issuer } = head;
  pdf.text(head.title, { size: 20, weight: 'bold', align: 'center' }).space(18);
  const top = pdf.y;
  const left = { x: pdf.left, y: top, width: pdf.width * half };
  pdf.text(addressee(recipient, locale), { size: 13, weight: 'bold' }, left).space(2);
  pdf.text(recipient.postalAddress, { size: 9 }, { ...left, y: pdf.y });
  const leftEnd = pdf.y;

  const right = { x: pdf.left + pdf.width * 0.6, width: pdf.width * 0.4 };
  pdf.text(
    head.facts.map(([label, value]) => `${label}: ${value}`).join('\n'),
    { size: 9 },
    { ...right, y: top },
  );
  pdf.space(8).text(issuer.name, { size: 11, weight: 'bold' }, { ...right, y: pdf.y });
  const registration = locale === 'ja' ? '登録番号' : 'Registration number';
  pdf.text(
    [issuer.postalAddress, issuer.contact, `${registration}: ${issuer.registrationNumber}`].join(
      '\n',
    ),
    { size: 9 },
    { ...right, y: pdf.y },
  );
  pdf.y = Math.max(leftEnd, pdf.y) + 16;
};

/** What the one in English says of itself. */
export const drawTranslated = (pdf: PdfDocument): void => {
  const text = 'Translation. The Japanese document of the same number is the qualified one.';
  pdf.text(text, { size: 9 }).space(6);
};

/** The amount that matters, on a grey field. */
export const drawAmount = (pdf: PdfDocument, label: string, amount: Yen, locale: Locale): void => {
  const top = pdf.y;
  pdf.field(34);
  const box = { x: pdf.left + 10, y: top + 8, width: pdf.width - 20 };
  pdf.text(label, { size: 11, weight: 'bold' }, { ...box, y: top + 10 });
  pdf.text(
    formatYen(amount, locale),
    { size: 15, weight: 'bold', align: 'right' },
    { ...box, y: top + 6 },
  );
  pdf.y = top + 34 + 12;
};

const rateNames: Readonly<Record<RateGroup['category'], Texts>> = {
  standard: { ja: '#%対象', en: 'Taxed at #%' },
  reduced: { ja: '※ #%対象（軽減税率）', en: '※ Taxed at #% (reduced)' },
  outside: { ja: '不課税', en: 'Outside the tax' },
};

/** Totals by rate: what the law wants to see, each tax rounded once. @clause W22.2 */
export const drawTaxTable = (
  pdf: PdfDocument,
  groups: readonly RateGroup[],
  locale: Locale,
): void => {
  const ja = locale === 'ja';
  const rows = groups.map(({ category, ratePercent, base, tax }) => [
    rateNames[category][locale].replace('#', String(ratePercent)),
    amountText(base),
    category === 'outside' ? '—' : amountText(tax),
    amountText(base + tax),
  ]);
  drawTable(
    pdf,
    [
      { title: ja ? '税率区分' : 'Rate', share: 4 },
      { title: ja ? '税抜金額（円）' : 'Without tax (JPY)', share: 3, align: 'right' },
      { title: ja ? '消費税額（円）' : 'Consumption tax (JPY)', share: 3, align: 'right' },
      { title: ja ? '税込金額（円）' : 'With tax (JPY)', share: 3, align: 'right' },
    ],
    rows,
  );
};
