import type { Locale, PlainDate, Yen } from '#lib/kernel';
import { PdfDocument, drawTable } from '#platform/pdf';
import { lineText } from '../domain/invoice/invoice-line.js';
import type { InvoiceLine } from '../domain/invoice/invoice-line.js';
import type { RateGroup } from '../domain/tax/tax-totals.js';
import type { Invoice } from '../store/invoice.row.js';
import { drawAmount, drawHead, drawTaxTable, drawTranslated } from './document-parts.js';
import { amountText, dayText } from './document-words.js';

interface Drawn {
  readonly number: string;
  readonly issuedOn: PlainDate;
  readonly issuedAt: Date;
  readonly invoice: Invoice;
  /** Of the invoice: what was supplied, and when. */
  readonly lines: readonly InvoiceLine[];
  readonly groups: readonly RateGroup[];
  readonly total: Yen;
}

/**
 * 適格返還請求書: the day of the return, the supply it goes back on, content, sums and tax by rate.
 * @clause W15.3, W22.2
 */
export const creditNotePdf = (note: Drawn, locale: Locale): Promise<Buffer> => {
  const ja = locale === 'ja';
  const { invoice, number } = note;
  const title = ja ? '返還請求書' : 'Credit note';
  const pdf = new PdfDocument({
    title: `${title} ${number}`,
    author: invoice.issuer.name,
    locale,
    createdAt: note.issuedAt,
    footer: number,
  });
  drawHead(
    pdf,
    {
      title: titleOf(note, locale),
      recipient: invoice.recipient,
      issuer: invoice.issuer,
      facts: [
        [ja ? '番号' : 'Number', number],
        [ja ? '返還日' : 'Date of return', dayText(note.issuedOn, locale)],
        [ja ? '元の請求書番号' : 'Original invoice', invoice.number],
        [ja ? '元の請求日' : 'Invoiced on', dayText(invoice.issuedOn, locale)],
      ],
    },
    locale,
  );
  if (!ja) drawTranslated(pdf);
  pdf
    .text(
      ja
        ? '下記の請求書について、次のとおり返還いたします。'
        : 'We give back the following of the invoice named above.',
    )
    .space(6);
  drawAmount(pdf, ja ? '返還金額（税込）' : 'Amount given back, tax included', note.total, locale);
  pdf.text(ja ? '元の取引の内容' : 'What was supplied', { weight: 'bold' }).space(3);
  drawTable(
    pdf,
    [
      { title: ja ? '内容' : 'Content', share: 7 },
      {
        title: ja ? '元の金額（税抜・円）' : 'Invoiced, without tax (JPY)',
        share: 3,
        align: 'right',
      },
    ],
    note.lines.map((line) => [lineText(line, locale), amountText(line.amount)]),
  );
  pdf.space(14).need(100);
  pdf.text(ja ? '返還の内訳' : 'Given back', { weight: 'bold' }).space(3);
  drawTaxTable(pdf, note.groups, locale);
  return pdf.finish();
};

/** What lies outside the tax needs no qualified document, and gets one all the same. */
const titleOf = ({ groups }: Drawn, locale: Locale): string => {
  if (locale === 'en') return 'CREDIT NOTE';
  return groups.some(({ category }) => category !== 'outside') ? '適格返還請求書' : '返還請求書';
};
