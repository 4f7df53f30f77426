import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import type { TenantId, YearMonth } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ContractMailsStore } from '../store/contract-mails.store.js';
import type { ContractMail } from '../store/contract-mails.store.js';
import { GiveNotice } from './give-notice.js';
import { RequestCourseChange } from './request-course-change.js';
import type { CourseWish } from './request-course-change.js';

interface Termination {
  readonly mailId: string;
  readonly tenantId: TenantId;
  readonly lastMonthOfUse: YearMonth | null;
  readonly actor: Actor;
}

type ChangeByMail = Omit<CourseWish, 'channel' | 'arrivedAt'> & { readonly mailId: string };

/** What a person makes of a mail to the address for notices. @decision D-15 */
@Injectable()
export class SettleMail {
  constructor(
    private readonly database: Database,
    private readonly mails: ContractMailsStore,
    private readonly giveNotice: GiveNotice,
    private readonly requestChange: RequestCourseChange,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** It is a tenant's notice of termination, and arrived when our server took it. @throws BusinessError contracts.mail-not-found, and those of GiveNotice */
  asTermination({ mailId, tenantId, lastMonthOfUse, actor }: Termination): Promise<string> {
    return this.database.asSystem(async (tx) => {
      const settled = { as: 'termination', at: this.clock.now(), ofTenant: tenantId };
      const { arrivedAt, subject } = await this.mails.settle(tx, mailId, settled);
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

  /**
   * It asks for another course or other options, from its arrival on: the cut-off is the one of the letter, whenever
   * somebody reads it.
   * @throws BusinessError contracts.mail-not-found, and those of RequestCourseChange
   * @clause W11.1
   */
  asCourseChange({ mailId, ...wish }: ChangeByMail): Promise<string> {
    return this.database.asSystem(async (tx) => {
      const { tenantId: ofTenant } = wish;
      const settled = { as: 'course-change', at: this.clock.now(), ofTenant };
      const { arrivedAt } = await this.mails.settle(tx, mailId, settled);
      return (await this.requestChange.within(tx, { ...wish, channel: 'mail', arrivedAt })).id;
    });
  }

  /** It is a question, which somebody else answers. @throws BusinessError contracts.mail-not-found */
  asQuestionWithin(tx: Tx, mailId: string): Promise<ContractMail> {
    return this.mails.settle(tx, mailId, { as: 'question', at: this.clock.now() });
  }

  /** It is no notice, or has been dealt with otherwise. @throws BusinessError contracts.mail-not-found */
  asOther(mailId: string, actor: Actor): Promise<void> {
    return this.database.asSystem(async (tx) => {
      await this.mails.settle(tx, mailId, { as: 'other', at: this.clock.now() });
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
