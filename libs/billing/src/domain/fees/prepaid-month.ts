import { startOfJstDay } from '#lib/kernel';
import type { PlainDate } from '#lib/kernel';

/** An invoice for a month which a notice has put after the end of the contract. */
export interface PrepaidInvoice {
  readonly issueDay: PlainDate;
  /** The day of the debit. */
  readonly dueDate: PlainDate;
  /** Where its debit stands; `none` for one paid by transfer. */
  readonly debit: 'none' | 'in-file' | 'file-sent' | 'succeeded' | 'failed';
  /** When it was paid by transfer. */
  readonly transferredAt: Date | null;
}

export type PrepaidFate =
  /** The run leaves it out. */
  | { readonly fate: 'not-issued' }
  /** What was paid before the notice stays paid. @clause W4.7, W15.3 */
  | { readonly fate: 'kept' }
  /** The debit is under way and decides. */
  | { readonly fate: 'await-result' }
  | {
      readonly fate: 'void';
      /** What else there is to do: take it out of the file, give back what came in, or do so should it come in. */
      readonly then: 'nothing' | 'remove-from-file' | 'refund' | 'refund-if-debited';
    };

/**
 * What becomes of the invoice for a month after the end, by the arrival of the notice that put it there.
 * @clause W4.7, W15.2, W15.3
 * @decision D-06
 */
export const fateOfPrepaid = (noticeArrivedAt: Date, invoice: PrepaidInvoice): PrepaidFate => {
  if (noticeArrivedAt < startOfJstDay(invoice.issueDay)) return { fate: 'not-issued' };
  if (invoice.transferredAt)
    return invoice.transferredAt <= noticeArrivedAt
      ? { fate: 'kept' }
      : { fate: 'void', then: 'refund' };
  if (invoice.debit === 'none' || invoice.debit === 'failed')
    return { fate: 'void', then: 'nothing' };
  if (invoice.debit === 'in-file') return { fate: 'void', then: 'remove-from-file' };
  const debitedBefore = noticeArrivedAt >= startOfJstDay(invoice.dueDate);
  if (invoice.debit === 'succeeded')
    return debitedBefore ? { fate: 'kept' } : { fate: 'void', then: 'refund' };
  return debitedBefore ? { fate: 'await-result' } : { fate: 'void', then: 'refund-if-debited' };
};
