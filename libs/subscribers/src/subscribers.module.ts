import { AccountsModule } from '#lib/accounts';
import { ContractsModule } from '#lib/contracts';
import { retentionPart } from '#platform/retention';
import { Module } from '@nestjs/common';
import * as providers from './providers.js';
import { subscribersRetention } from './store/retention.js';

/** Newsletters, sign-up forms, subscribers, the proof of their will and the ledger of their number. */
@Module({
  imports: [AccountsModule, ContractsModule],
  providers: [
    retentionPart('subscribers', subscribersRetention),
    ...providers.stores,
    ...providers.doors,
    ...providers.useCases,
  ],
  exports: [...providers.doors, ...providers.useCases],
})
export class SubscribersModule {}
