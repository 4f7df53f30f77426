import { AccountsModule } from '#lib/accounts';
import { BouncesModule } from '#lib/bounces';
import { ContractsModule } from '#lib/contracts';
import { DeliveryModule } from '#lib/delivery';
import { NoticesModule } from '#lib/notices';
import { SubscribersModule } from '#lib/subscribers';
import { SupportModule } from '#lib/support';
import { retentionPart } from '#platform/retention';
import { Module } from '@nestjs/common';
import { ClientLimits } from './smtp/client-limits.js';
import { InboundServer } from './smtp/inbound-server.js';
import { Reception } from './smtp/reception.js';
import { TlsFiles } from './smtp/tls-files.js';
import { InboundMessages } from './store/inbound-messages.store.js';
import { TakenLetters } from './store/taken-letters.store.js';
import { AskOverdueMessages } from './use-cases/ask-overdue-messages.js';
import { AuthenticateMessage } from './use-cases/authenticate-message.js';
import { DeliverMessage } from './use-cases/deliver-message.js';
import { FindMailbox } from './use-cases/find-mailbox.js';
import { OpenMessage } from './use-cases/open-message.js';
import { SortMail } from './use-cases/sort-mail.js';
import { SpoolMessage } from './use-cases/spool-message.js';
import { inboundRetention } from './store/retention.js';

/** Does not listen by itself: the process that faces the world calls `InboundServer.start`. */
@Module({
  imports: [
    AccountsModule,
    ContractsModule,
    NoticesModule,
    SubscribersModule,
    DeliveryModule,
    BouncesModule,
    SupportModule,
  ],
  providers: [
    retentionPart('inbound', inboundRetention),
    InboundMessages,
    TakenLetters,
    FindMailbox,
    SpoolMessage,
    AuthenticateMessage,
    DeliverMessage,
    OpenMessage,
    SortMail,
    AskOverdueMessages,
    ClientLimits,
    TlsFiles,
    Reception,
    InboundServer,
  ],
  exports: [InboundServer],
})
export class InboundModule {}
