import { AccountsModule } from '#lib/accounts';
import { AccountsHttpModule, accountsPages } from '#lib/accounts/http';
import { accountsJobs } from '#lib/accounts/jobs';
import { BillingModule } from '#lib/billing';
import { BillingHttpModule } from '#lib/billing/http';
import { billingJobs } from '#lib/billing/jobs';
import { BouncesModule } from '#lib/bounces';
import { BouncesHttpModule } from '#lib/bounces/http';
import { bouncesJobs } from '#lib/bounces/jobs';
import { CampaignsModule } from '#lib/campaigns';
import { CampaignsHttpModule } from '#lib/campaigns/http';
import { campaignsJobs } from '#lib/campaigns/jobs';
import { ContractsModule } from '#lib/contracts';
import { ContractsHttpModule } from '#lib/contracts/http';
import { contractsJobs } from '#lib/contracts/jobs';
import { DeliveryModule } from '#lib/delivery';
import { DeliveryHttpModule } from '#lib/delivery/http';
import { deliveryJobs } from '#lib/delivery/jobs';
import { InboundModule } from '#lib/inbound';
import { inboundJobs } from '#lib/inbound/jobs';
import { NoticesModule } from '#lib/notices';
import { noticesJobs } from '#lib/notices/jobs';
import { OperationsHttpModule, operationsPages } from '#lib/operations/http';
import { SubscribersModule } from '#lib/subscribers';
import { SubscribersHttpModule, subscribersPages } from '#lib/subscribers/http';
import { subscribersJobs } from '#lib/subscribers/jobs';
import { SupportModule } from '#lib/support';
import { SupportHttpModule, supportPages } from '#lib/support/http';
import { supportJobs } from '#lib/support/jobs';
import { TermsModule } from '#lib/terms';
import { TermsHttpModule, termsPages } from '#lib/terms/http';
import { termsJobs } from '#lib/terms/jobs';
import { WebhooksModule } from '#lib/webhooks';
import { WebhooksHttpModule } from '#lib/webhooks/http';
import { webhooksJobs } from '#lib/webhooks/jobs';
import type { LibraryJobs } from '#platform/queue';
import type { Type } from '@nestjs/common';

/** The platform's libraries as the processes take them: what they can do, what they serve, what they run. */
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
  TermsModule,
  WebhooksModule,
  InboundModule,
];

export const httpModules: readonly Type[] = [
  AccountsHttpModule,
  ContractsHttpModule,
  SubscribersHttpModule,
  DeliveryHttpModule,
  CampaignsHttpModule,
  BouncesHttpModule,
  BillingHttpModule,
  SupportHttpModule,
  TermsHttpModule,
  WebhooksHttpModule,
  OperationsHttpModule,
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
  termsJobs,
  webhooksJobs,
];

/** Folders of page templates. */
export const pages: readonly string[] = [
  accountsPages,
  subscribersPages,
  operationsPages,
  supportPages,
  termsPages,
];
