import { CreditBalance } from './credit-balance.js';
import { BankProfilesController } from './http/bank-profiles.controller.js';
import { OperatorMandatesController } from './http/operator-mandates.controller.js';
import { PaymentMethodController } from './http/payment-method.controller.js';
import { BankProfiles } from './store/bank-profiles.store.js';
import { Mandates } from './store/mandates.store.js';
import { Receipts } from './store/receipts.store.js';
import { Refunds } from './store/refunds.store.js';
import { MoveMandate } from './use-cases/move-mandate.js';
import { ReceiveMandateForm } from './use-cases/receive-mandate-form.js';
import { RequestMandate } from './use-cases/request-mandate.js';
import { SaveBankProfile } from './use-cases/save-bank-profile.js';
import { ShowPaymentMethod } from './use-cases/show-payment-method.js';

/** Banks, mandates and money that comes in; what leads to an invoice is in `providers.ts`. */
export const paymentStores = [BankProfiles, Mandates, Receipts, Refunds];

export const paymentUseCases = [
  CreditBalance,
  SaveBankProfile,
  RequestMandate,
  ReceiveMandateForm,
  MoveMandate,
  ShowPaymentMethod,
];

export const paymentControllers = [
  BankProfilesController,
  OperatorMandatesController,
  PaymentMethodController,
];
