import { startOfJstDay } from '#lib/kernel';
import type { PlainDate } from '#lib/kernel';
import { invoiceMoves } from './invoice-moves.js';
import type { InvoiceEffect, InvoiceEvent, InvoiceNeed, InvoiceState } from './invoice-moves.js';

export type InvoiceDecision =
  | { readonly to: InvoiceState; readonly effects: readonly InvoiceEffect[] }
  /** The event does not belong to the state. */
  | { readonly refused: 'impossible' }
  /** It would, but for these. */
  | { readonly refused: 'unmet'; readonly unmet: readonly InvoiceNeed[] };

/**
 * What an event makes of an invoice.
 * @clause W6.1, W7.1
 * @param met the conditions that hold
 */
export const advanceInvoice = (
  state: InvoiceState,
  event: InvoiceEvent,
  met: ReadonlySet<InvoiceNeed>,
): InvoiceDecision => {
  const move = invoiceMoves[event].find(({ from }) => from.includes(state));
  if (!move) return { refused: 'impossible' };
  const unmet = move.needs.filter((need) => !met.has(need));
  return unmet.length > 0 ? { refused: 'unmet', unmet } : { to: move.to, effects: move.effects };
};

const settled: readonly InvoiceState[] = ['draft', 'paid', 'void', 'written-off'];

/** Derived, never stored: from 00:00 of the day after the due date. @clause W13.2 */
export const isOverdue = (state: InvoiceState, dueDate: PlainDate, now: Date): boolean =>
  !settled.includes(state) && now >= startOfJstDay(dueDate.add({ days: 1 }));
