import { Clock } from '#lib/kernel';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { Outbox } from '#platform/queue';
import { MailSender } from '#platform/smtp';
import { Injectable } from '@nestjs/common';
import { isRefusal } from '../domain/is-refusal.js';
import { returnPathOf } from '../domain/return-path.js';
import { noticeArrived, noticeBounced } from '../notices.facts.js';
import { DocumentsStore } from '../store/documents.store.js';
import type { NoticeDocument } from '../store/documents.store.js';
import type { NoticeRow } from '../store/notice.row.js';
import { NoticesStore } from '../store/notices.store.js';

/** Hands a waiting notice to the relay; does nothing for one that is settled. Fails, to be tried again, unless refused for good. */
@Injectable()
export class SendNotice {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticesStore,
    private readonly documents: DocumentsStore,
    private readonly mail: MailSender,
    private readonly outbox: Outbox,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async execute({ noticeId }: { noticeId: string }): Promise<void> {
    const [notice, documents] = await this.database.asSystem(async (tx) => [
      await this.notices.waiting(tx, noticeId),
      await this.documents.of(tx, noticeId),
    ]);
    if (!notice) return;
    const outcome = await this.handOver(notice, documents);
    await this.database.asSystem(async (tx) => {
      const { tenantId } = notice;
      const isNews = await this.notices.settle(tx, noticeId, outcome, this.clock.now());
      const fact = outcome === 'sent' ? noticeArrived : noticeBounced;
      if (isNews && tenantId && !notice.secret)
        await this.outbox.tell(tx, fact, { tenantId, noticeId });
    });
  }

  private async handOver(
    notice: NoticeRow,
    documents: readonly NoticeDocument[],
  ): Promise<'sent' | 'refused'> {
    const domain = this.config.get('MAIL_DOMAIN');
    try {
      await this.mail.send({
        returnPath: notice.secret ? '' : returnPathOf(notice.id, domain),
        from: { name: 'Hikyaku', address: `${deskOf(notice)}@${domain}` },
        to: { name: notice.toName ?? '', address: notice.toAddress ?? '' },
        subject: notice.subject,
        text: notice.body ?? '',
        messageId: `<${notice.id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': notice.locale },
        date: notice.postedAt,
        attachments: documents,
      });
      return 'sent';
    } catch (error) {
      if (isRefusal(error)) return 'refused';
      throw error;
    }
  }
}

/** Where a reply is read by those who wrote. @clause W23.1 */
const deskOf = ({ kind }: NoticeRow): string =>
  kind.startsWith('support.') ? 'support' : 'notice';
