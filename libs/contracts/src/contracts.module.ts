import { AccountsModule } from '#lib/accounts';
import { NoticesModule } from '#lib/notices';
import { retentionPart } from '#platform/retention';
import { Module } from '@nestjs/common';
import { BindingTerms } from './binding-terms.js';
import { ContractBook } from './contract-book.js';
import { ErasureClock } from './erasure-clock.js';
import { InitialPayment } from './initial-payment.js';
import { OwedAmounts } from './owed-amounts.js';
import { ProposeSuspension, ProposeTermination } from './propose-by-system.js';
import { AgreedStore } from './store/agreed.store.js';
import { ApplicationsStore } from './store/applications.store.js';
import { BindingTermsStore } from './store/binding-terms.store.js';
import { CatalogueStore } from './store/catalogue.store.js';
import { ContractMailsStore } from './store/contract-mails.store.js';
import { ContractStages } from './store/contract-stages.store.js';
import { ContractsStore } from './store/contracts.store.js';
import { CourseChangesStore } from './store/course-changes.store.js';
import { CuresStore } from './store/cures.store.js';
import { DetailsChangesStore } from './store/details-changes.store.js';
import { DuesStore } from './store/dues.store.js';
import { EndNoticesStore } from './store/end-notices.store.js';
import { EndedContractsStore } from './store/ended-contracts.store.js';
import { HistoryStore } from './store/history.store.js';
import { InterruptionsStore } from './store/interruptions.store.js';
import { PersonContracts } from './store/person-contracts.store.js';
import { ProposalsStore } from './store/proposals.store.js';
import { SuspensionsStore } from './store/suspensions.store.js';
import { ThrottlesStore } from './store/throttles.store.js';
import { QualityGateRules } from './quality-gate-rules.js';
import { Throttles } from './throttles.js';
import { AcceptApplication } from './use-cases/accept-application.js';
import { AddScan } from './use-cases/add-scan.js';
import { AdvanceContract } from './use-cases/advance-contract.js';
import { AdvanceDueContracts } from './use-cases/advance-due-contracts.js';
import { AnnounceInterruption } from './use-cases/announce-interruption.js';
import { ApplyDetails } from './use-cases/apply-details.js';
import { Apply } from './use-cases/apply.js';
import { AskForResumption } from './use-cases/ask-for-resumption.js';
import { ChangeDetails } from './use-cases/change-details.js';
import { CheckForm } from './use-cases/check-form.js';
import { CureBreach } from './use-cases/cure-breach.js';
import { DecideCourseChange } from './use-cases/decide-course-change.js';
import { DecideProposal } from './use-cases/decide-proposal.js';
import { DeclineResumption } from './use-cases/decline-resumption.js';
import { DropApplication } from './use-cases/drop-application.js';
import { FixEnd } from './use-cases/fix-end.js';
import { GiveNotice } from './use-cases/give-notice.js';
import { InterruptService } from './use-cases/interrupt-service.js';
import { IsServing } from './use-cases/is-serving.js';
import { KeepCatalogue } from './use-cases/keep-catalogue.js';
import { MaySend } from './use-cases/may-send.js';
import { MoveContract } from './use-cases/move-contract.js';
import { NoteArrival } from './use-cases/note-arrival.js';
import { NoteFormArrival } from './use-cases/note-form-arrival.js';
import { OpenContract } from './use-cases/open-contract.js';
import { OpenStartGate } from './use-cases/open-start-gate.js';
import { PreviewNotice } from './use-cases/preview-notice.js';
import { PreviewStart } from './use-cases/preview-start.js';
import { Propose } from './use-cases/propose.js';
import { ReadContract } from './use-cases/read-contract.js';
import { ReadInbox } from './use-cases/read-inbox.js';
import { ReceiveNoticeByMail } from './use-cases/receive-notice-by-mail.js';
import { RequestCourseChange } from './use-cases/request-course-change.js';
import { SendStartNotice } from './use-cases/send-start-notice.js';
import { SettleMail } from './use-cases/settle-mail.js';
import { SwitchService } from './use-cases/switch-service.js';
import { TellAgain } from './use-cases/tell-again.js';
import { TellOfMails } from './use-cases/tell-of-mails.js';
import { TellTenant } from './use-cases/tell-tenant.js';
import { ThrottleTenant } from './use-cases/throttle-tenant.js';
import { WithdrawCourseChange } from './use-cases/withdraw-course-change.js';
import { WithdrawNotice } from './use-cases/withdraw-notice.js';
import { contractsRetention } from './store/retention.js';

const stores = [
  AgreedStore,
  ApplicationsStore,
  BindingTermsStore,
  CatalogueStore,
  ContractMailsStore,
  ContractStages,
  ContractsStore,
  CourseChangesStore,
  CuresStore,
  DetailsChangesStore,
  DuesStore,
  EndedContractsStore,
  EndNoticesStore,
  HistoryStore,
  InterruptionsStore,
  ProposalsStore,
  SuspensionsStore,
  ThrottlesStore,
];

const doors = [
  BindingTerms,
  ContractBook,
  ErasureClock,
  InitialPayment,
  OwedAmounts,
  PersonContracts,
  ProposeSuspension,
  ProposeTermination,
  QualityGateRules,
  Throttles,
];

const useCases = [
  AcceptApplication,
  AddScan,
  AdvanceContract,
  AdvanceDueContracts,
  AnnounceInterruption,
  ApplyDetails,
  Apply,
  AskForResumption,
  ChangeDetails,
  CheckForm,
  CureBreach,
  DecideCourseChange,
  DecideProposal,
  DeclineResumption,
  DropApplication,
  FixEnd,
  GiveNotice,
  InterruptService,
  IsServing,
  KeepCatalogue,
  MaySend,
  MoveContract,
  NoteArrival,
  NoteFormArrival,
  OpenContract,
  OpenStartGate,
  PreviewNotice,
  PreviewStart,
  Propose,
  ReadContract,
  ReadInbox,
  ReceiveNoticeByMail,
  RequestCourseChange,
  SendStartNotice,
  SettleMail,
  SwitchService,
  TellAgain,
  TellOfMails,
  TellTenant,
  ThrottleTenant,
  WithdrawCourseChange,
  WithdrawNotice,
];

@Module({
  imports: [AccountsModule, NoticesModule],
  providers: [retentionPart('contracts', contractsRetention), ...stores, ...doors, ...useCases],
  exports: [...stores, ...doors, ...useCases],
})
export class ContractsModule {}
