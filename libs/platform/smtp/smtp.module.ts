import { Global, Module } from '@nestjs/common';
import { MailSender } from './mail-sender.js';
import { SmtpPool } from './smtp-pool.js';

@Global()
@Module({ providers: [MailSender, SmtpPool], exports: [MailSender, SmtpPool] })
export class SmtpModule {}
