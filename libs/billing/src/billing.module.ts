import { AccountsModule } from '#lib/accounts';
import { ContractsModule } from '#lib/contracts';
import { NoticesModule } from '#lib/notices';
import { SubscribersModule } from '#lib/subscribers';
import { retentionPart } from '#platform/retention';
import { Module } from '@nestjs/common';
import { paymentStores, paymentUseCases } from './payments.providers.js';
import * as providers from './providers.js';
import { billingRetention } from './store/retention.js';

/** What a contract costs, how it is invoiced, and how the money comes in. */
@Module({
  imports: [AccountsModule, ContractsModule, NoticesModule, SubscribersModule],
  providers: [
    retentionPart('billing', billingRetention),
    ...providers.stores,
    ...providers.useCases,
    ...paymentStores,
    ...paymentUseCases,
  ],
  exports: [...providers.useCases, ...paymentStores, ...paymentUseCases],
})
export class BillingModule {}
