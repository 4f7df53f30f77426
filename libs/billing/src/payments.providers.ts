import { AskForTransfer } from './ask-for-transfer.js';
import { CreditBalance } from './credit-balance.js';
import { DebitFileWriter } from './debit-file-writer.js';
import { DebitOutcomes } from './debit-outcomes.js';
import { DebitPlanning } from './debit-planning.js';
import { ArrearsController } from './http/arrears.controller.js';
import { BankProfilesController } from './http/bank-profiles.controller.js';
import { BounceChargesController } from './http/bounce-charges.controller.js';
import { CreditsController } from './http/credits.controller.js';
import { DebitFilesController } from './http/debit-files.controller.js';
import { DebitsController } from './http/debits.controller.js';
import { OperatorMandatesController } from './http/operator-mandates.controller.js';
import { PayerIdentityController } from './http/payer-identity.controller.js';
import { PaymentMethodController } from './http/payment-method.controller.js';
import { PaymentsController } from './http/payments.controller.js';
import { RefundFilesController } from './http/refund-files.controller.js';
import { RefundsController } from './http/refunds.controller.js';
import { TransferAccountController } from './http/transfer-account.controller.js';
import { TransfersController } from './http/transfers.controller.js';
import { WriteOffsController } from './http/write-offs.controller.js';
import { PlaceOfPayment } from './place-of-payment.js';
import { Receivables } from './receivables.js';
import { Accelerations } from './store/accelerations.store.js';
import { ArrearsList } from './store/arrears.store.js';
import { BankFileParties } from './store/bank-file-parties.store.js';
import { BankProfiles } from './store/bank-profiles.store.js';
import { BounceCharges } from './store/bounce-charges.store.js';
import { ChargeEvidenceStore } from './store/charge-evidence.store.js';
import { Credits } from './store/credits.store.js';
import { DebitCandidates } from './store/debit-candidates.store.js';
import { DebitEntries } from './store/debit-entries.store.js';
import { DebitFiles } from './store/debit-files.store.js';
import { DunningSteps } from './store/dunning.store.js';
import { Mandates } from './store/mandates.store.js';
import { Payers } from './store/payers.store.js';
import { PersonPayments } from './store/person-payments.store.js';
import { Receipts } from './store/receipts.store.js';
import { RefundFiles } from './store/refund-files.store.js';
import { Refunds } from './store/refunds.store.js';
import { TransferAccounts } from './store/transfer-accounts.store.js';
import { TransferImports } from './store/transfer-imports.store.js';
import { Transfers } from './store/transfers.store.js';
import { WriteOffs } from './store/write-offs.store.js';
import { ReleaseDebit } from './release-debit.js';
import { TellOfMandate } from './tell-of-mandate.js';
import { TellPayer } from './tell-payer.js';
import { AccelerateDebts } from './use-cases/accelerate-debts.js';
import { CancelDebitFile } from './use-cases/cancel-debit-file.js';
import { ConfirmDebitFile } from './use-cases/confirm-debit-file.js';
import { DecideBounceCharge } from './use-cases/decide-bounce-charge.js';
import { DecideRefund } from './use-cases/decide-refund.js';
import { DecideTransfer } from './use-cases/decide-transfer.js';
import { DecideWriteOff } from './use-cases/decide-write-off.js';
import { DownloadRefundFile } from './use-cases/download-refund-file.js';
import { DunTenant } from './use-cases/dun-tenant.js';
import { GiveTransferAccount } from './use-cases/give-transfer-account.js';
import { HandOverDebitFile } from './use-cases/hand-over-debit-file.js';
import { ImportDebitResult } from './use-cases/import-debit-result.js';
import { ImportTransfers } from './use-cases/import-transfers.js';
import { MatchTransfers } from './use-cases/match-transfers.js';
import { MoveMandate } from './use-cases/move-mandate.js';
import { NoteDunningArrival } from './use-cases/note-dunning-arrival.js';
import { OrderRefunds } from './use-cases/order-refunds.js';
import { PrepareDebitFile } from './use-cases/prepare-debit-file.js';
import { ProposeBounceCharge } from './use-cases/propose-bounce-charge.js';
import { ProposeRefund } from './use-cases/propose-refund.js';
import { ProposeWriteOff } from './use-cases/propose-write-off.js';
import { ReceiveMandateForm } from './use-cases/receive-mandate-form.js';
import { ReceivePayment } from './use-cases/receive-payment.js';
import { RepeatDunningByLetter } from './use-cases/repeat-dunning-by-letter.js';
import { RequestMandate } from './use-cases/request-mandate.js';
import { ResolveDebit } from './use-cases/resolve-debit.js';
import { SaveBankProfile } from './use-cases/save-bank-profile.js';
import { SetPayerIdentity } from './use-cases/set-payer-identity.js';
import { ShowChargeEvidence } from './use-cases/show-charge-evidence.js';
import { RenewMandate } from './use-cases/renew-mandate.js';
import { ShowPaymentMethod } from './use-cases/show-payment-method.js';
import { ShowPayments } from './use-cases/show-payments.js';
import { SpendCredit } from './use-cases/spend-credit.js';
import { TakeBackPayment } from './use-cases/take-back-payment.js';
import { ReadArrears } from './use-cases/read-arrears.js';
import { TakeDunningSteps } from './use-cases/take-dunning-steps.js';
import { TellWhatIsOwed } from './use-cases/tell-what-is-owed.js';
import { WithdrawTransferAccount } from './use-cases/withdraw-transfer-account.js';

/** Banks, mandates and money that comes in; what leads to an invoice is in `providers.ts`. */
export const paymentStores = [
  BankFileParties,
  PersonPayments,
  Accelerations,
  ArrearsList,
  BankProfiles,
  BounceCharges,
  ChargeEvidenceStore,
  Credits,
  DebitCandidates,
  DebitEntries,
  DebitFiles,
  DunningSteps,
  Mandates,
  Payers,
  Receipts,
  RefundFiles,
  Refunds,
  TransferAccounts,
  TransferImports,
  Transfers,
  WriteOffs,
];

export const paymentUseCases = [
  CreditBalance,
  Receivables,
  SaveBankProfile,
  RequestMandate,
  ReceiveMandateForm,
  MoveMandate,
  ShowPaymentMethod,
  ShowPayments,
  SpendCredit,
  RenewMandate,
  TellWhatIsOwed,
  ReceivePayment,
  TakeBackPayment,
  MatchTransfers,
  ImportTransfers,
  DecideTransfer,
  SetPayerIdentity,
  GiveTransferAccount,
  WithdrawTransferAccount,
  PlaceOfPayment,
  TellPayer,
  TellOfMandate,
  AskForTransfer,
  ReleaseDebit,
  DebitPlanning,
  DebitFileWriter,
  DebitOutcomes,
  PrepareDebitFile,
  ConfirmDebitFile,
  CancelDebitFile,
  HandOverDebitFile,
  ImportDebitResult,
  ResolveDebit,
  DunTenant,
  ReadArrears,
  TakeDunningSteps,
  NoteDunningArrival,
  RepeatDunningByLetter,
  AccelerateDebts,
  ProposeRefund,
  DecideRefund,
  OrderRefunds,
  DownloadRefundFile,
  ProposeBounceCharge,
  DecideBounceCharge,
  ShowChargeEvidence,
  ProposeWriteOff,
  DecideWriteOff,
];

export const paymentControllers = [
  ArrearsController,
  BankProfilesController,
  BounceChargesController,
  CreditsController,
  DebitFilesController,
  DebitsController,
  OperatorMandatesController,
  PayerIdentityController,
  TransferAccountController,
  PaymentMethodController,
  PaymentsController,
  RefundFilesController,
  RefundsController,
  TransfersController,
  WriteOffsController,
];
