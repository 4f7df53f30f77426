import { AccountsModule } from '#lib/accounts';
import { ContractsModule } from '#lib/contracts';
import { Module } from '@nestjs/common';
import * as providers from './providers.js';

/** Newsletters, sign-up forms, subscribers, the proof of their will and the ledger of their number. */
@Module({
  imports: [AccountsModule, ContractsModule],
  providers: [...providers.stores, ...providers.useCases],
  exports: [...providers.useCases],
})
export class SubscribersModule {}
