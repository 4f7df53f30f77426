import { AccountsModule } from '#lib/accounts';
import { ContractsModule } from '#lib/contracts';
import { NoticesModule } from '#lib/notices';
import { SubscribersModule } from '#lib/subscribers';
import { Module } from '@nestjs/common';
import { paymentStores, paymentUseCases } from './payments.providers.js';
import * as providers from './providers.js';

/** What a contract costs, how it is invoiced, and how the money comes in. */
@Module({
  imports: [AccountsModule, ContractsModule, NoticesModule, SubscribersModule],
  providers: [...providers.stores, ...providers.useCases, ...paymentStores, ...paymentUseCases],
  exports: [...providers.useCases, ...paymentStores, ...paymentUseCases],
})
export class BillingModule {}
