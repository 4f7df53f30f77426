export { BindingTerms } from './binding-terms.js';
export { ContractBook } from './contract-book.js';
export type { BillableContract } from './contract-book.js';
export {
  applicationAccepted,
  applicationReceived,
  applicationRejected,
  bankAccountChanging,
  contractEndFixed,
  contractEnded,
  contractResumed,
  contractStarted,
  contractSuspended,
  courseChangeAccepted,
  detailsChanged,
} from './contracts.facts.js';
export { ContractsModule } from './contracts.module.js';
export type { BillTo, CourseInForce, EndReason, OptionInForce } from './domain/contract.js';
export type { ContractStage } from './domain/contract-stage.js';
export type { FirstMonthPolicy } from './domain/first-fee-month.js';
export { firstFeeMonth, firstMonthShare } from './domain/first-fee-month.js';
export { defaultQualityGate } from './domain/catalogue.js';
export type { QualityGate } from './domain/catalogue.js';
export { lastResumableDay } from './domain/resumption.js';
export { isWhollySuspended } from './domain/suspension.js';
export type { Suspension } from './domain/suspension.js';
export type { ResolvedRules, TermRules } from './domain/term-rules.js';
export { ErasureClock } from './erasure-clock.js';
export type { TenantErasure } from './erasure-clock.js';
export { InitialPayment } from './initial-payment.js';
export { OwedAmounts } from './owed-amounts.js';
export { ProposeSuspension, ProposeTermination } from './propose-by-system.js';
export { QualityGateRules } from './quality-gate-rules.js';
export { PersonContracts } from './store/person-contracts.store.js';
export { Throttles } from './throttles.js';
export { ChangeDetails } from './use-cases/change-details.js';
export { IsServing } from './use-cases/is-serving.js';
export { MaySend } from './use-cases/may-send.js';
export { OpenContract } from './use-cases/open-contract.js';
export { ReceiveNoticeByMail } from './use-cases/receive-notice-by-mail.js';
export { SettleMail } from './use-cases/settle-mail.js';
export { SwitchService } from './use-cases/switch-service.js';
