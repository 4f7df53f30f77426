import { Module } from '@nestjs/common';
import { BillingModule } from './billing.module.js';
import { paymentControllers } from './payments.providers.js';

@Module({ imports: [BillingModule], controllers: [...paymentControllers] })
export class BillingHttpModule {}
