import { BouncesModule } from '#lib/bounces';
import { DeliveryModule } from '#lib/delivery';
import { SubscribersModule } from '#lib/subscribers';
import { Module } from '@nestjs/common';
import { InboundServer } from './smtp/inbound-server.js';
import { InboundMessages } from './store/inbound-messages.store.js';
import { AskOverdueMessages } from './use-cases/ask-overdue-messages.js';
import { FindMailbox } from './use-cases/find-mailbox.js';
import { ProcessMessage } from './use-cases/process-message.js';
import { SpoolMessage } from './use-cases/spool-message.js';

/** Does not listen by itself: the process that faces the world calls `InboundServer.start`. */
@Module({
  imports: [SubscribersModule, DeliveryModule, BouncesModule],
  providers: [
    InboundMessages,
    FindMailbox,
    SpoolMessage,
    ProcessMessage,
    AskOverdueMessages,
    InboundServer,
  ],
  exports: [InboundServer],
})
export class InboundModule {}
