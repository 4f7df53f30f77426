import { formatYen } from '#lib/kernel';
import type { Locale, Yen } from '#lib/kernel';
import { dayText } from './documents/document-words.js';
import type { Invoice, NewInvoice } from './store/invoice.row.js';

/** The mail that says an invoice is there. @clause W22.2, W22.3 */
export const invoiceMail = (
  { number, total, dueDate, payBy, recipient, issuer }: NewInvoice,
  locale: Locale,
): { subject: string; text: string } => {
  const amount = formatYen(total, locale);
  const due = dayText(dueDate, locale);
  if (locale === 'ja')
    return {
      subject: `【${issuer.name}】請求書（${number}）発行のお知らせ`,
      text: [
        `${recipient.name} 御中`,
        '',
        '請求書を発行しました。管理画面の「請求」からご確認・ダウンロードいただけます。',
        '',
        `請求書番号: ${number}`,
        `ご請求金額: ${amount}（税込）`,
        payBy === 'direct-debit' ? `振替日: ${due}` : `お支払期限: ${due}（お振込）`,
        ...(payBy === 'direct-debit' ? [] : [`お振込先: ${issuer.bankAccount}`]),
        '',
        `${issuer.name}\n${issuer.contact}`,
      ].join('\n'),
    };
  return {
    subject: `[${issuer.name}] Invoice ${number}`,
    text: [
      `Dear ${recipient.name},`,
      '',
      'An invoice has been issued. You find it in the console under Billing.',
      '',
      `Invoice number: ${number}`,
      `Amount: ${amount}, tax included`,
      payBy === 'direct-debit' ? `Debited on: ${due}` : `Due by transfer: ${due}`,
      ...(payBy === 'direct-debit' ? [] : [`Account: ${issuer.bankAccount}`]),
      '',
      `${issuer.name}\n${issuer.contact}`,
    ].join('\n'),
  };
};

/** The mail that says that something of a paid invoice goes back. @clause W15.3 */
export const creditMail = (
  { number: original, recipient, issuer }: Invoice,
  number: string,
  total: Yen,
  locale: Locale,
): { subject: string; text: string } => {
  const amount = formatYen(total, locale);
  return locale === 'ja'
    ? {
        subject: `【${issuer.name}】返還請求書（${number}）発行のお知らせ`,
        text: `${recipient.name} 御中\n\n請求書 ${original} について、${amount}（税込）を返還いたします。返還請求書は管理画面の「請求」からご確認いただけます。\n\n返還額は次回以降のご請求に充当します。\n\n${issuer.name}\n${issuer.contact}`,
      }
    : {
        subject: `[${issuer.name}] Credit note ${number}`,
        text: `Dear ${recipient.name},\n\nWe give back ${amount}, tax included, of invoice ${original}. You find the credit note in the console under Billing. The amount is set off against your next invoices.\n\n${issuer.name}\n${issuer.contact}`,
      };
};
