import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import type { TenantId, YearMonth } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ContractMailsStore } from '../store/contract-mails.store.js';
import { GiveNotice } from './give-notice.js';

interface Termination {
  readonly mailId: string;
  readonly tenantId: TenantId;
  readonly lastMonthOfUse: YearMonth | null;
  readonly actor: Actor;
}

/** What a person makes of a mail to the address for notices. @decision D-15 */
@Injectable()
export class SettleMail {
  constructor(
    private readonly database: Database,
    private readonly mails: ContractMailsStore,
    private readonly giveNotice: GiveNotice,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** It is a tenant's notice of termination, and arrived when our server took it. @throws BusinessError contracts.mail-not-found, and those of GiveNotice */
  asTermination({ mailId, tenantId, lastMonthOfUse, actor }: Termination): Promise<string> {
    return this.database.asSystem(async (tx) => {
      const now = this.clock.now();
      const { arrivedAt, subject } = await this.mails.settle(tx, mailId, 'termination', now);
      return this.giveNotice.byTenantWithin(tx, {
        tenantId,
        channel: 'mail',
        arrivedAt,
        lastMonthOfUse,
        reason: subject,
        mailId,
        actor,
      });
    });
  }

  /** It is no notice, or has been dealt with otherwise. @throws BusinessError contracts.mail-not-found */
  asOther(mailId: string, actor: Actor): Promise<void> {
    return this.database.asSystem(async (tx) => {
      await this.mails.settle(tx, mailId, 'other', this.clock.now());
      const subject = { kind: 'contract-mail', id: mailId };
      await this.audit.record(tx, {
        tenantId: null,
        actor,
        action: 'contract.mail-filed',
        subject,
      });
    });
  }
}
