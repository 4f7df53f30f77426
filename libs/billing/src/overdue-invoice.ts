import { PlainDate, jstDate } from '#lib/kernel';
import { paymentsErrors } from './payments.errors.js';
import type { Receivable } from './receivables.js';

/**
 * The one among them that is overdue and not being debited.
 * @throws BusinessError payments.not-overdue
 */
export const overdueAmong = (
  owed: readonly Receivable[],
  invoiceId: string,
  now: Date,
): Receivable => {
  const receivable = owed.find(({ invoice }) => invoice.id === invoiceId);
  const isOverdue =
    receivable &&
    receivable.invoice.state !== 'collecting' &&
    PlainDate.compare(receivable.dueDate, jstDate(now)) < 0;
  if (!isOverdue) throw paymentsErrors.notOverdue({ field: 'invoiceId' });
  return receivable;
};
