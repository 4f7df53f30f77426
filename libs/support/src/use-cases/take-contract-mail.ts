import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { SettleMail } from '#lib/contracts';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ReceiveInquiry } from './receive-inquiry.js';

/** Takes a mail that came to the address for notices, and is none, for the question that it is. @clause W23.1 */
@Injectable()
export class TakeContractMail {
  constructor(
    private readonly database: Database,
    private readonly settling: SettleMail,
    private readonly receive: ReceiveInquiry,
    private readonly audit: AuditTrail,
  ) {}

  /** The promise runs from the mail's arrival. @throws BusinessError contracts.mail-not-found */
  async execute({ mailId, actor }: { mailId: string; actor: Actor }): Promise<void> {
    await this.database.asSystem(async (tx) => {
      const mail = await this.settling.asQuestionWithin(tx, mailId);
      await this.receive.within(tx, {
        messageId: mailId,
        tenantId: mail.ofTenant,
        box: 'support',
        arrivedAt: mail.arrivedAt,
        from: { name: '', address: mail.sender },
        replyTo: null,
        mailId: null,
        subject: mail.subject,
        text: mail.body,
        raw: null,
        authentication: mail.dmarc === null ? null : { dmarc: mail.dmarc },
      });
      const subject = { kind: 'contract-mail', id: mailId };
      await this.audit.record(tx, {
        tenantId: null,
        actor,
        action: 'contract.mail-taken',
        subject,
      });
    });
  }
}
