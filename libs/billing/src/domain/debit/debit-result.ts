import type { Texts } from '#lib/kernel';
import type { InvoiceEvent } from '../invoice/invoice-moves.js';
import type { MandateEvent } from './mandate.js';

/** What a bank's result code means for the invoice and for the mandate. */
export interface DebitOutcome {
  readonly invoice: Extract<InvoiceEvent, 'debit-succeeded' | 'debit-failed' | 'debit-unclear'>;
  readonly mandate: MandateEvent | null;
  readonly reason: Texts;
}

const failed = (mandate: MandateEvent | null, ja: string, en: string): DebitOutcome => ({
  invoice: 'debit-failed',
  mandate,
  reason: { ja, en },
});

const outcomes: Readonly<Record<string, DebitOutcome>> = {
  '0': { invoice: 'debit-succeeded', mandate: null, reason: { ja: '振替済', en: 'Debited' } },
  '1': failed(null, '資金不足', 'Insufficient funds'),
  '2': failed('invalidate', '預金取引なし', 'No such account'),
  '3': failed('stop', '預金者の都合による振替停止', 'Stopped by the payer'),
  '4': failed('invalidate', '口座振替依頼書なし', 'No mandate on file'),
  '8': failed(null, '委託者の都合による振替停止', 'Stopped by the collector'),
  '9': failed(null, 'その他', 'Other'),
};

const unclear: DebitOutcome = {
  invoice: 'debit-unclear',
  mandate: null,
  reason: { ja: '振替結果不明', en: 'Unknown result' },
};

/** Reads 振替結果コード; what is not known fails closed and is looked at by a person. @clause W6.1 */
export const debitOutcome = (code: string): DebitOutcome =>
  Object.hasOwn(outcomes, code) ? (outcomes[code] ?? unclear) : unclear;
