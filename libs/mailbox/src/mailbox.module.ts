import { Clock } from '#lib/kernel';
import { Log } from '#platform/log';
import { Module } from '@nestjs/common';
import { MailboxApiController } from './http/mailbox-api.controller.js';
import { MailboxController } from './http/mailbox.controller.js';
import { Mailbox } from './mailbox.js';

/**
 * The mailbox and its pages under /mailbox. Whoever composes the process starts it (`app.get(Mailbox).start(…)`)
 * and stops it; while it does not run, the pages say so.
 */
@Module({
  controllers: [MailboxApiController, MailboxController],
  providers: [
    {
      provide: Mailbox,
      useFactory: (clock: Clock, log: Log) => new Mailbox(clock, log),
      inject: [Clock, Log],
    },
  ],
  exports: [Mailbox],
})
export class MailboxModule {}
