import { AccountsModule } from '#lib/accounts';
import { NoticesModule } from '#lib/notices';
import { Module } from '@nestjs/common';
import { ContractBook } from './contract-book.js';
import { InitialPayment } from './initial-payment.js';
import { OwedAmounts } from './owed-amounts.js';
import { ProposeSuspension, ProposeTermination } from './propose-by-system.js';
import { AgreedStore } from './store/agreed.store.js';
import { CatalogueStore } from './store/catalogue.store.js';
import { ContractMailsStore } from './store/contract-mails.store.js';
import { ContractsStore } from './store/contracts.store.js';
import { DuesStore } from './store/dues.store.js';
import { HistoryStore } from './store/history.store.js';
import { ProposalsStore } from './store/proposals.store.js';
import { SuspensionsStore } from './store/suspensions.store.js';
import { ThrottlesStore } from './store/throttles.store.js';
import { Throttles } from './throttles.js';
import { AskForResumption } from './use-cases/ask-for-resumption.js';
import { IsServing } from './use-cases/is-serving.js';
import { MaySend } from './use-cases/may-send.js';
import { MoveContract } from './use-cases/move-contract.js';
import { OpenContract } from './use-cases/open-contract.js';
import { OpenStartGate } from './use-cases/open-start-gate.js';
import { Propose } from './use-cases/propose.js';
import { ReceiveNoticeByMail } from './use-cases/receive-notice-by-mail.js';
import { ShowContract } from './use-cases/show-contract.js';
import { SwitchService } from './use-cases/switch-service.js';

const stores = [
  AgreedStore,
  CatalogueStore,
  ContractMailsStore,
  ContractsStore,
  DuesStore,
  HistoryStore,
  ProposalsStore,
  SuspensionsStore,
  ThrottlesStore,
];

const doors = [
  ContractBook,
  InitialPayment,
  OwedAmounts,
  ProposeSuspension,
  ProposeTermination,
  Throttles,
];

const useCases = [
  AskForResumption,
  IsServing,
  MaySend,
  MoveContract,
  OpenContract,
  OpenStartGate,
  Propose,
  ReceiveNoticeByMail,
  ShowContract,
  SwitchService,
];

@Module({
  imports: [AccountsModule, NoticesModule],
  providers: [...stores, ...doors, ...useCases],
  exports: [...stores, ...doors, ...useCases],
})
export class ContractsModule {}
