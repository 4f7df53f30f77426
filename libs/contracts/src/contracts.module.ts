import { AccountsModule } from '#lib/accounts';
import { Module } from '@nestjs/common';
import { ContractsStore } from './store/contracts.store.js';
import { IsServing } from './use-cases/is-serving.js';
import { MaySend } from './use-cases/may-send.js';
import { OpenContract } from './use-cases/open-contract.js';
import { ResumeContract } from './use-cases/resume-contract.js';
import { ShowContract } from './use-cases/show-contract.js';
import { SuspendContract } from './use-cases/suspend-contract.js';

const useCases = [IsServing, MaySend, OpenContract, ResumeContract, ShowContract, SuspendContract];

@Module({
  imports: [AccountsModule],
  providers: [ContractsStore, ...useCases],
  exports: useCases,
})
export class ContractsModule {}
