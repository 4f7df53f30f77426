export { billingParts } from './testing/billing-parts.js';
export { headcount } from './testing/headcount.js';
export { readyToInvoice } from './testing/invoicing.js';
