import { AbuseHttpModule } from '#lib/abuse/http';
import { AccountsHttpModule, accountsPages } from '#lib/accounts/http';
import { BillingHttpModule } from '#lib/billing/http';
import { BouncesHttpModule } from '#lib/bounces/http';
import { CampaignsHttpModule } from '#lib/campaigns/http';
import { ContractsHttpModule } from '#lib/contracts/http';
import { DeliveryHttpModule } from '#lib/delivery/http';
import { InboundHttpModule } from '#lib/inbound/http';
import { OperationsHttpModule, operationsPages } from '#lib/operations/http';
import { PrivacyHttpModule, privacyPages } from '#lib/privacy/http';
import { SubscribersHttpModule, subscribersPages } from '#lib/subscribers/http';
import { SupportHttpModule, supportPages } from '#lib/support/http';
import { TermsHttpModule, termsPages } from '#lib/terms/http';
import { WebhooksHttpModule } from '#lib/webhooks/http';
import type { Type } from '@nestjs/common';

/** What the libraries serve over HTTP; apart from what they can do, so that a worker loads none of it. */
export const httpModules: readonly Type[] = [
  AccountsHttpModule,
  ContractsHttpModule,
  SubscribersHttpModule,
  DeliveryHttpModule,
  CampaignsHttpModule,
  BouncesHttpModule,
  InboundHttpModule,
  BillingHttpModule,
  SupportHttpModule,
  AbuseHttpModule,
  TermsHttpModule,
  PrivacyHttpModule,
  WebhooksHttpModule,
  OperationsHttpModule,
];

/** Folders of page templates. */
export const pages: readonly string[] = [
  accountsPages,
  subscribersPages,
  operationsPages,
  supportPages,
  termsPages,
  privacyPages,
];
