import type { Locale, Texts, YearMonth, Yen } from '#lib/kernel';
import type { TaxCategory } from '../tax/tax-rates.js';

/** What is charged for. */
export type LineKind =
  | 'setup-fee'
  | 'basic-fee'
  | 'true-up'
  | 'monthly-fee'
  | 'option'
  | 'bounce-handling-charge'
  | 'correction';

/** One line of an invoice, without tax. */
export interface InvoiceLine {
  readonly kind: LineKind;
  /** The month of supply. */
  readonly month: YearMonth;
  readonly amount: Yen;
  readonly taxCategory: TaxCategory;
  /** What the kind does not say: the option's code, the peak of a true-up. */
  readonly detail: string | null;
  /** What an operator wrote for it: printed in place of the kind and its detail. */
  readonly text?: string;
}

/** Damages are outside the tax, everything else is supplied. @decision D-14 */
export const categoryOf = (kind: LineKind): TaxCategory =>
  kind === 'bounce-handling-charge' ? 'outside' : 'standard';

const names: Readonly<Record<LineKind, Texts>> = {
  'setup-fee': { ja: '初期費用', en: 'Set-up fee' },
  'basic-fee': { ja: '基本利用料金（前払い）', en: 'Basic monthly fee (in advance)' },
  'true-up': { ja: '基本利用料金 差額精算', en: 'Monthly fee, difference by peak' },
  'monthly-fee': { ja: '月額利用料金', en: 'Monthly fee' },
  option: { ja: 'オプション料金', en: 'Option' },
  'bounce-handling-charge': { ja: 'エラーメール処理費用', en: 'Charge for handling bounces' },
  correction: { ja: '訂正', en: 'Correction' },
};

/** The detail of these is the peak. */
const isByPeak = (kind: LineKind): boolean => kind === 'true-up' || kind === 'monthly-fee';
const byPeak: Texts = { ja: '最大#件', en: 'peak of # addresses' };

/** The content of a line as the invoice prints it: 「基本利用料金（前払い） 2026年8月分」. @clause W22.2 */
export const lineText = ({ kind, month, detail, text }: InvoiceLine, locale: Locale): string => {
  const name = text ?? names[kind][locale];
  const said = detail !== null && isByPeak(kind) ? byPeak[locale].replace('#', detail) : detail;
  const extra =
    said === null || text !== undefined ? '' : locale === 'ja' ? `（${said}）` : ` (${said})`;
  return locale === 'ja'
    ? `${name}${extra} ${month.year}年${month.month}月分`
    : `${name}${extra}, ${month.toString()}`;
};
