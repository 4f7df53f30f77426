import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { MailSender } from '#platform/smtp';
import type { SignMail } from '#platform/smtp';
import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DkimSigners } from './dkim-signers.js';
import { PlatformDkimKey } from './platform-dkim-key.js';

/** Confirmations and notices are signed like campaigns: DMARC asks the same of all mails of a domain. */
@Injectable()
export class SignSingleMails implements OnModuleInit {
  constructor(
    private readonly sender: MailSender,
    private readonly signers: DkimSigners,
    private readonly platform: PlatformDkimKey,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sender.signWith(this.sign);
  }

  private readonly sign: SignMail = async ({ tenantId, fromAddress }, raw) => {
    const signer = tenantId
      ? await this.database.inTenant(tenantId, (tx) => this.signers.of(tx, tenantId, fromAddress))
      : this.platform.signer;
    return signer ? signer.sign(raw, this.clock.now()) : raw;
  };
}
