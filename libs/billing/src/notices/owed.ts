import { formatYen } from '#lib/kernel';
import type { Locale, PlainDate, Yen } from '#lib/kernel';
import { dayText, payableTo } from '../documents/document-words.js';
import type { Invoice, Issuer, Recipient } from '../store/invoice.row.js';

/** What every notice about an unpaid invoice says. */
export interface OwedInvoice {
  readonly payer: Pick<Recipient, 'name' | 'kind'>;
  readonly number: string;
  readonly open: Yen;
  readonly dueDate: PlainDate;
  /** With the account that is paid to now. */
  readonly issuer: Issuer;
}

/** Number, what is owed, until when, and where to. */
export const owedLines = (
  { number, open, dueDate, issuer }: OwedInvoice,
  locale: Locale,
): readonly string[] =>
  locale === 'ja'
    ? [
        `請求書番号: ${number}`,
        `未払いの金額: ${formatYen(open, 'ja')}（税込）`,
        `お支払期限: ${dayText(dueDate, 'ja')}`,
        `お振込先: ${payableTo(issuer, 'ja')}`,
        '振込手数料はお客様のご負担でお願いいたします。',
      ]
    : [
        `Invoice: ${number}`,
        `Unpaid: ${formatYen(open, 'en')}, tax included`,
        `Due date: ${dayText(dueDate, 'en')}`,
        `Account for transfers: ${payableTo(issuer, 'en')}`,
        'Please bear the bank’s fee for the transfer.',
      ];

export const signature = ({ name, contact }: Issuer): string => `${name}\n${contact}`;

/** What a notice says about something owed. */
export const owedInvoice = (
  { invoice, open, dueDate }: Pick<OwedInvoice, 'open' | 'dueDate'> & { readonly invoice: Invoice },
  issuer: Issuer,
): OwedInvoice => ({
  payer: invoice.recipient,
  number: invoice.number,
  open,
  dueDate,
  issuer,
});
