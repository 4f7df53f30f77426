import type { Locale, Texts } from '#lib/kernel';
import { PdfDocument, drawTable } from '#platform/pdf';
import { lineText } from '../domain/invoice/invoice-line.js';
import type { InvoiceLine } from '../domain/invoice/invoice-line.js';
import { taxRatePercent } from '../domain/tax/tax-rates.js';
import { byRate } from '../domain/tax/tax-totals.js';
import type { NewInvoice } from '../store/invoice.row.js';
import { drawAmount, drawHead, drawTaxTable, drawTranslated } from './document-parts.js';
import { amountText, dayText, payableTo } from './document-words.js';

type Drawn = Omit<NewInvoice, 'documentId' | 'lines'> & { readonly lines: readonly InvoiceLine[] };

/**
 * 適格請求書 on paper: all six items of 消費税法57条の4第1項. The Japanese one is the invoice; in English it is a
 * translation and says so.
 * @clause W22.2, W22.3
 */
export const invoicePdf = (invoice: Drawn, locale: Locale): Promise<Buffer> => {
  const ja = locale === 'ja';
  const { number, issuer, recipient, lines, totals, payBy } = invoice;
  const pdf = new PdfDocument({
    title: `${ja ? '請求書' : 'Invoice'} ${number}`,
    author: issuer.name,
    locale,
    createdAt: invoice.issuedAt,
    footer: number,
  });
  drawHead(
    pdf,
    {
      title: titleOf(invoice, locale),
      recipient,
      issuer,
      facts: [
        [ja ? '請求書番号' : 'Invoice number', number],
        [ja ? '発行日' : 'Date of issue', dayText(invoice.issuedOn, locale)],
        [ja ? 'お支払期限' : 'Due date', dayText(invoice.dueDate, locale)],
        ...(invoice.corrects
          ? [[ja ? '元の請求書番号' : 'Original invoice', invoice.corrects.number] as const]
          : []),
      ],
    },
    locale,
  );
  if (!ja) drawTranslated(pdf);
  pdf.text(openingOf(invoice, locale)).space(6);
  drawAmount(pdf, ja ? 'ご請求金額（税込）' : 'Amount due, tax included', invoice.total, locale);
  drawTable(
    pdf,
    [
      { title: ja ? '内容' : 'Content', share: 7 },
      { title: ja ? '税率' : 'Rate', share: 2, align: 'right' },
      { title: ja ? '金額（税抜・円）' : 'Amount without tax (JPY)', share: 3, align: 'right' },
    ],
    lines.map((line) => [lineText(line, locale), rateText(line, locale), amountText(line.amount)]),
  );
  pdf.space(14).need(120);
  drawTaxTable(pdf, byRate(totals), locale);
  pdf.space(14).need(80);
  pdf.text(ja ? 'お支払方法' : 'How to pay', { weight: 'bold' }).space(2);
  pdf.text(payBy === 'direct-debit' ? debitText(invoice, locale) : transferText(invoice, locale), {
    size: 9,
    leading: 3,
  });
  pdf
    .space(8)
    .text(
      ja
        ? '消費税額は、税率ごとに合計した金額に対して一度だけ計算し、1円未満を切り捨てています。'
        : 'Consumption tax is worked out once per rate on its total and rounded down to whole yen.',
      { size: 8, color: '#555555' },
    );
  return pdf.finish();
};

const titleOf = ({ corrects }: Drawn, locale: Locale): string => {
  if (locale === 'ja') return corrects ? '請 求 書（訂正）' : '請 求 書';
  return corrects ? 'CORRECTED INVOICE' : 'INVOICE';
};

const openingOf = ({ corrects }: Drawn, locale: Locale): string => {
  if (!corrects)
    return locale === 'ja' ? '下記のとおりご請求申し上げます。' : 'We invoice the following.';
  return locale === 'ja'
    ? `請求書 ${corrects.number} を取り消し、下記のとおり訂正してご請求申し上げます。`
    : `This takes the place of invoice ${corrects.number}, which is void. We invoice the following.`;
};

/** By the month of the line: an invoice over a change of the rate has both. */
const rateText = ({ taxCategory, month }: InvoiceLine, locale: Locale): string => {
  const rate = taxRatePercent(taxCategory, month);
  if (rate === null) return locale === 'ja' ? '不課税' : 'outside';
  return `${rate}%${taxCategory === 'reduced' ? '※' : ''}`;
};

const debitText = ({ dueDate }: Drawn, locale: Locale): string =>
  locale === 'ja'
    ? `${dayText(dueDate, locale)}に、ご登録の口座から振り替えます。`
    : `The amount is debited from the registered account on ${dayText(dueDate, locale)}.`;

const transferText = (invoice: Drawn, locale: Locale): string => {
  const [by, to] = [dayText(invoice.dueDate, locale), payableTo(invoice.issuer, locale)];
  return locale === 'ja'
    ? `${by}までに、下記の口座へお振り込みください。振込手数料はお客様のご負担でお願いいたします。\n${to}\n${markText(invoice).ja}`
    : `Please transfer the amount by ${by}. Fees of the transfer are yours.\n${to}\n${markText(invoice).en}`;
};

/** How the payment is known: by the account, or by the number before the name. */
const markText = ({ issuer, number }: Drawn): Texts =>
  issuer.ownAccount
    ? {
        ja: 'お客様専用の口座です。お振込名義に請求書番号を付ける必要はありません。',
        en: 'This account is yours alone; no invoice number is needed with your name.',
      }
    : {
        ja: `お振込名義の前に請求書番号（${number}）を付けてください。`,
        en: `Please put the invoice number (${number}) before your name.`,
      };
