import { AccountsModule } from '#lib/accounts';
import { Module } from '@nestjs/common';
import { BillingModule } from './billing.module.js';
import { invoiceControllers } from './controllers.js';
import { paymentControllers } from './payments.providers.js';

@Module({
  imports: [AccountsModule, BillingModule],
  controllers: [...invoiceControllers, ...paymentControllers],
})
export class BillingHttpModule {}
