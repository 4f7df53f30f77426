import { Clock, newId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ContractMailsStore } from '../store/contract-mails.store.js';

interface NoticeMail {
  /** Whose own address for notices it came to; null where it was everybody's. */
  readonly tenantId: TenantId | null;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  /** When our server said 250: the instant that counts. @decision D-15 */
  readonly arrivedAt: Date;
  readonly messageId: string;
  /** DMARC's result; null when nobody could tell. */
  readonly dmarc: string | null;
}

/**
 * Keeps a mail to the address for notices, with its arrival, until a person has said what it means: a sender's
 * address proves nothing, so no mail ends a contract by itself.
 * @clause W5.3, W22.1
 */
@Injectable()
export class ReceiveNoticeByMail {
  constructor(
    private readonly mails: ContractMailsStore,
    private readonly clock: Clock,
  ) {}

  /** In a transaction of the system. The same message a second time changes nothing. */
  async within(tx: Tx, mail: NoticeMail): Promise<void> {
    await this.mails.insert(tx, {
      id: newId(this.clock.now()),
      ofTenant: mail.tenantId,
      messageId: mail.messageId,
      sender: mail.from.slice(0, 500),
      subject: mail.subject.slice(0, 500),
      body: mail.text.slice(0, 100_000),
      arrivedAt: mail.arrivedAt,
      dmarc: mail.dmarc,
    });
  }
}
