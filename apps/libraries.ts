import { AbuseModule } from '#lib/abuse';
import { abuseJobs } from '#lib/abuse/jobs';
import { AccountsModule } from '#lib/accounts';
import { accountsJobs } from '#lib/accounts/jobs';
import { BillingModule } from '#lib/billing';
import { billingJobs } from '#lib/billing/jobs';
import { BouncesModule } from '#lib/bounces';
import { bouncesJobs } from '#lib/bounces/jobs';
import { CampaignsModule } from '#lib/campaigns';
import { campaignsJobs } from '#lib/campaigns/jobs';
import { ContractsModule } from '#lib/contracts';
import { contractsJobs } from '#lib/contracts/jobs';
import { DeliveryModule } from '#lib/delivery';
import { deliveryJobs } from '#lib/delivery/jobs';
import { InboundModule } from '#lib/inbound';
import { inboundJobs } from '#lib/inbound/jobs';
import { NoticesModule } from '#lib/notices';
import { noticesJobs } from '#lib/notices/jobs';
import { PrivacyModule } from '#lib/privacy';
import { privacyJobs } from '#lib/privacy/jobs';
import { SubscribersModule } from '#lib/subscribers';
import { subscribersJobs } from '#lib/subscribers/jobs';
import { SupportModule } from '#lib/support';
import { supportJobs } from '#lib/support/jobs';
import { TermsModule } from '#lib/terms';
import { termsJobs } from '#lib/terms/jobs';
import { WebhooksModule } from '#lib/webhooks';
import { webhooksJobs } from '#lib/webhooks/jobs';
import type { LibraryJobs } from '#platform/queue';
import type { Type } from '@nestjs/common';

/** The platform's libraries as the processes take them: what they can do, what they run. */
export const modules: readonly Type[] = [
  NoticesModule,
  AccountsModule,
  ContractsModule,
  SubscribersModule,
  DeliveryModule,
  CampaignsModule,
  BouncesModule,
  BillingModule,
  SupportModule,
  AbuseModule,
  TermsModule,
  PrivacyModule,
  WebhooksModule,
  InboundModule,
];

export const jobs: readonly LibraryJobs[] = [
  noticesJobs,
  accountsJobs,
  contractsJobs,
  subscribersJobs,
  deliveryJobs,
  campaignsJobs,
  bouncesJobs,
  billingJobs,
  inboundJobs,
  supportJobs,
  abuseJobs,
  termsJobs,
  privacyJobs,
  webhooksJobs,
];
