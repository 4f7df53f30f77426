import { taxTotals } from '../tax/tax-totals.js';
import type { InvoiceLine } from './invoice-line.js';

interface AskableLines {
  /** What an invoice asks for. */
  readonly asked: readonly InvoiceLine[];
  /** What is given back by credit notes instead; each below zero. */
  readonly back: readonly InvoiceLine[];
}

/**
 * An invoice asks for something at every rate that it has. Where a course that became cheaper takes off more than the
 * other lines come to, the invoice leaves that out, and it is given back on the invoices that had asked for it.
 * @clause W7.1, W11.3
 */
export const askableLines = (lines: readonly InvoiceLine[]): AskableLines => {
  const { groups, total } = taxTotals(lines);
  if (total > 0 && groups.every(({ base }) => base >= 0)) return { asked: lines, back: [] };
  return {
    asked: lines.filter(({ amount }) => amount > 0),
    back: lines.filter(({ amount }) => amount < 0),
  };
};
