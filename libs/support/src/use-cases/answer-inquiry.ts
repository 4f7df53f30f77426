import { AuditTrail, actorId } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, asTenantId, parseEmailAddress } from '#lib/kernel';
import { PostNotice, write } from '#lib/notices';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Inquiry } from '../domain/inquiry.js';
import { inquiryAnswer } from '../inquiry-answer.notice.js';
import { Inquiries } from '../store/inquiries.store.js';
import { supportErrors } from '../support.errors.js';

/** Answers an inquiry: by mail to whoever asked, and in the conversation. Stops the clock of the promise. */
@Injectable()
export class AnswerInquiry {
  constructor(
    private readonly database: Database,
    private readonly inquiries: Inquiries,
    private readonly notices: PostNotice,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError support.no-inquiry, support.no-address */
  async execute({ id, text, actor }: { id: string; text: string; actor: Actor }): Promise<void> {
    await this.database.asSystem(async (tx) => {
      const inquiry = await this.inquiries.get(tx, id);
      if (!inquiry) throw supportErrors.noInquiry();
      await this.mail(tx, inquiry, text);
      const at = this.clock.now().toISOString();
      const byId = actorId(actor) ?? '';
      await this.inquiries.addToThread(tx, id, { at, by: 'operator', byId, text });
      const subject = { kind: 'inquiry', id };
      await this.audit.record(tx, { tenantId: null, actor, action: 'inquiry.answered', subject });
    });
  }

  private async mail(tx: Tx, inquiry: Inquiry, text: string): Promise<void> {
    const address = inquiry.replyTo ?? inquiry.fromAddress;
    const to = parseEmailAddress(address);
    if (!to.ok) throw supportErrors.noAddress();
    const tenantId = inquiry.channel === 'portal' && inquiry.tenantId ? inquiry.tenantId : null;
    const notice = write(inquiryAnswer, 'ja', { subject: inquiry.subject, text });
    await this.notices.within(tx, {
      tenantId: tenantId === null ? null : asTenantId(tenantId),
      to: { name: inquiry.fromName, address },
      locale: 'ja',
      secret: true,
      ...notice,
    });
  }
}
