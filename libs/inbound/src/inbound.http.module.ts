import { Module } from '@nestjs/common';
import { InboundController } from './http/inbound.controller.js';
import { InboundMessages } from './store/inbound-messages.store.js';
import { SummariseInbound } from './use-cases/summarise-inbound.js';

/** What operators see of the mail that comes in. Takes and sorts nothing: the process that answers has no need to. */
@Module({
  providers: [InboundMessages, SummariseInbound],
  controllers: [InboundController],
})
export class InboundHttpModule {}
