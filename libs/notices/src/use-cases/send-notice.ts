import { Clock } from '#lib/kernel';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { MailSender } from '#platform/smtp';
import { Injectable } from '@nestjs/common';
import { isRefusal } from '../domain/is-refusal.js';
import type { NoticeRow } from '../store/notice.row.js';
import { NoticesStore } from '../store/notices.store.js';

/** Hands a waiting notice to the relay; does nothing for one that is settled. Fails, to be tried again, unless refused for good. */
@Injectable()
export class SendNotice {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticesStore,
    private readonly mail: MailSender,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async execute({ noticeId }: { noticeId: string }): Promise<void> {
    const notice = await this.database.asSystem((tx) => this.notices.waiting(tx, noticeId));
    if (!notice) return;
    const outcome = await this.handOver(notice);
    await this.database.asSystem((tx) =>
      this.notices.settle(tx, noticeId, outcome, this.clock.now()),
    );
  }

  private async handOver(notice: NoticeRow): Promise<'sent' | 'refused'> {
    const domain = this.config.get('MAIL_DOMAIN');
    try {
      await this.mail.send({
        returnPath: '',
        from: { name: 'Hikyaku', address: `notice@${domain}` },
        to: { name: notice.toName ?? '', address: notice.toAddress },
        subject: notice.subject,
        text: notice.body ?? '',
        messageId: `<${notice.id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': notice.locale },
        date: notice.postedAt,
      });
      return 'sent';
    } catch (error) {
      if (isRefusal(error)) return 'refused';
      throw error;
    }
  }
}
