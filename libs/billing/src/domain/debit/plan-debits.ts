import { PlainDate, addYen } from '#lib/kernel';
import type { Yen } from '#lib/kernel';
import type { RunDates } from '../calendar/debit-schedule.js';
import type { InvoiceState } from '../invoice/invoice-moves.js';
import type { DebitEntry } from './debit-request.js';
import { collectionMethod } from './mandate.js';

/** An invoice that is to be debited, and by which mandate. */
export interface DebitCandidate {
  readonly tenantId: string;
  readonly invoiceId: string;
  readonly number: string;
  readonly state: InvoiceState;
  readonly dueDate: PlainDate;
  readonly open: Yen;
  /** The tenant's active mandate. */
  readonly mandate: CandidateMandate | null;
}

interface CandidateMandate {
  readonly id: string;
  readonly customerNumber: string;
  readonly activeSince: PlainDate;
  /** Whether a debit was tried by it before, and whether it took another one's place. */
  readonly usedBefore: boolean;
  readonly replacesAnother: boolean;
}

/** One debit: all that a tenant is to pay on that day. */
export interface PlannedDebit {
  readonly tenantId: string;
  readonly mandateId: string;
  readonly customerNumber: string;
  readonly occasion: DebitEntry['occasion'];
  readonly amount: Yen;
  readonly invoices: readonly { readonly id: string; readonly amount: Yen }[];
}

interface LeftOut {
  readonly tenantId: string;
  readonly invoiceId: string;
  readonly number: string;
  /** Falls back to transfer; the due date stays. */
  readonly reason: 'no-mandate' | 'mandate-too-late';
}

export interface DebitPlan {
  readonly debits: readonly PlannedDebit[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * Who is debited on a run's day, and for what: invoices due by then and those that an earlier debit did not collect,
 * one debit a tenant.
 * @clause W6.1
 */
export const planDebits = (candidates: readonly DebitCandidate[], dates: RunDates): DebitPlan => {
  const debits = new Map<string, PlannedDebit>();
  const leftOut: LeftOut[] = [];
  for (const { tenantId, invoiceId, number, dueDate, open, mandate } of candidates) {
    if (PlainDate.compare(dueDate, dates.dueDate) > 0 || open <= 0) continue;
    if (collectionMethod(mandate?.activeSince ?? null, dates.fileBy) !== 'direct-debit') {
      const reason = mandate ? 'mandate-too-late' : 'no-mandate';
      leftOut.push({ tenantId, invoiceId, number, reason });
      continue;
    }
    if (!mandate) continue;
    const so = debits.get(mandate.id);
    const invoices = [...(so?.invoices ?? []), { id: invoiceId, amount: open }];
    debits.set(mandate.id, {
      tenantId,
      mandateId: mandate.id,
      customerNumber: mandate.customerNumber,
      occasion: occasionOf(mandate),
      amount: addYen(...invoices.map(({ amount }) => amount)),
      invoices,
    });
  }
  return { debits: [...debits.values()].sort(byCustomer), leftOut };
};

const occasionOf = ({ usedBefore, replacesAnother }: CandidateMandate): DebitEntry['occasion'] =>
  usedBefore ? 'other' : replacesAnother ? 'changed' : 'first';

const byCustomer = (a: PlannedDebit, b: PlannedDebit): number =>
  a.customerNumber < b.customerNumber ? -1 : 1;
