import { AccountsModule } from '#lib/accounts';
import { BillingModule } from '#lib/billing';
import { BouncesModule } from '#lib/bounces';
import { ContractsModule } from '#lib/contracts';
import { DeliveryModule } from '#lib/delivery';
import { NoticesModule } from '#lib/notices';
import { SubscribersModule } from '#lib/subscribers';
import { SupportModule } from '#lib/support';
import { Module } from '@nestjs/common';
import { disclosureStores, disclosureUseCases } from './disclosures.providers.js';
import { retentionSteps, retentionUseCases } from './retention.providers.js';
import { dataSources } from './sources/data-sources.js';
import { AlarmsStore } from './store/alarms.store.js';
import { BreachesStore } from './store/breaches.store.js';
import { FeesStore } from './store/fees.store.js';
import { RequestsStore } from './store/requests.store.js';
import { ConfirmIdentity } from './use-cases/confirm-identity.js';
import { ExpireRequests } from './use-cases/expire-requests.js';
import { GatherPackage } from './use-cases/gather-package.js';
import { HandleRequest } from './use-cases/handle-request.js';
import { KeepBreaches } from './use-cases/keep-breaches.js';
import { MailIdentityLink } from './use-cases/mail-identity-link.js';
import { MoveRequest } from './use-cases/move-request.js';
import { ReadRequests } from './use-cases/read-requests.js';
import { RequestData } from './use-cases/request-data.js';
import { RequestTokens } from './use-cases/request-tokens.js';
import { SendAnswer } from './use-cases/send-answer.js';
import { SetFees } from './use-cases/set-fees.js';
import { WarnOfDeadlines } from './use-cases/warn-of-deadlines.js';

const useCases = [
  ConfirmIdentity,
  ExpireRequests,
  GatherPackage,
  HandleRequest,
  KeepBreaches,
  MailIdentityLink,
  ReadRequests,
  RequestData,
  SendAnswer,
  SetFees,
  WarnOfDeadlines,
  ...retentionUseCases,
  ...disclosureUseCases,
];

/** What the provider owes people for the data it holds on them. */
@Module({
  imports: [
    ...[AccountsModule, NoticesModule, ContractsModule, SubscribersModule],
    ...[DeliveryModule, BouncesModule, BillingModule, SupportModule],
  ],
  providers: [
    ...[AlarmsStore, BreachesStore, FeesStore, RequestsStore, MoveRequest, RequestTokens],
    ...disclosureStores,
    ...dataSources,
    ...retentionSteps,
    ...useCases,
  ],
  exports: useCases,
})
export class PrivacyModule {}
