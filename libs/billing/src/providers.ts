import { InvoiceBook } from './invoice-book.js';
import { PendingCharges } from './pending-charges.js';
import { InvoicesStore } from './store/invoices.store.js';
import { PendingChargesStore } from './store/pending-charges.store.js';
import { SettledMonthsStore } from './store/settled-months.store.js';

/** Invoices and what leads to them; payments are in `payments.providers.ts`. */
export const stores = [InvoicesStore, PendingChargesStore, SettledMonthsStore];

export const useCases = [InvoiceBook, PendingCharges];
