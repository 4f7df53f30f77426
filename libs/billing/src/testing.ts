export { billedTenant } from './testing/billed-tenant.js';
export { billingParts } from './testing/billing-parts.js';
export { headcount } from './testing/headcount.js';
export { readyToInvoice } from './testing/invoicing.js';
export { aBank } from './testing/bank.js';
export { debitAnswer } from './testing/debit-answer.js';
export { aMandate } from './testing/mandate.js';
export { transferred } from './testing/transferred.js';
