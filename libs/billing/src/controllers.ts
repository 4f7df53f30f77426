import { BillingController } from './http/billing.controller.js';
import { BillingSettingsController } from './http/billing-settings.controller.js';
import { CorrectionsController } from './http/corrections.controller.js';
import { CreditNotesController } from './http/credit-notes.controller.js';
import { DocumentsController } from './http/documents.controller.js';
import { OperatorInvoicesController } from './http/operator-invoices.controller.js';
import { OperatorPricesController } from './http/operator-prices.controller.js';
import { PricesController } from './http/prices.controller.js';
import { RunsController } from './http/runs.controller.js';

/** Routes about invoices; those about payments are in `payments.providers.ts`. */
export const invoiceControllers = [
  BillingController,
  BillingSettingsController,
  CorrectionsController,
  CreditNotesController,
  DocumentsController,
  OperatorInvoicesController,
  OperatorPricesController,
  PricesController,
  RunsController,
];
