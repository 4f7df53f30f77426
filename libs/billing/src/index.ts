export { BillingModule } from './billing.module.js';
export { InvoiceBook, openAmount } from './invoice-book.js';
export type { Moved } from './invoice-book.js';
export { PendingCharges } from './pending-charges.js';
export type { Invoice } from './store/invoice.row.js';
export { CreditBalance } from './credit-balance.js';
export { TellWhatIsOwed } from './use-cases/tell-what-is-owed.js';
export { CloseFigures } from './use-cases/close-figures.js';
export { RunNow } from './use-cases/run-now.js';
