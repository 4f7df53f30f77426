import { Clock, newId } from '#lib/kernel';
import type { Locale, TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import type { Mailbox } from '#platform/smtp';
import { Injectable } from '@nestjs/common';
import { sendNotice } from '../jobs/send-notice.job.js';
import { NoticesStore } from '../store/notices.store.js';

interface Notice {
  /** Null for a notice to an operator; then the transaction must be the system's. */
  readonly tenantId: TenantId | null;
  /** What it is about, `accounts.invitation`: for statistics and for finding it again. */
  readonly kind: string;
  /** A member or operator, never a subscriber. */
  readonly to: Mailbox;
  readonly locale: Locale;
  readonly subject: string;
  /** Plain text, lines ended by `\n`. Kept until the mail is out. */
  readonly text: string;
}

/** Posts a mail of the platform itself: it leaves if, and only if, the caller's transaction commits. */
@Injectable()
export class PostNotice {
  constructor(
    private readonly notices: NoticesStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Gives the id of the notice. */
  async within(tx: Tx, { tenantId, kind, to, locale, subject, text }: Notice): Promise<string> {
    const postedAt = this.clock.now();
    const id = newId(postedAt);
    await this.notices.insert(tx, {
      id,
      tenantId,
      kind,
      locale,
      toName: to.name ?? null,
      toAddress: to.address,
      subject,
      body: text,
      postedAt,
      sentAt: null,
      refusedAt: null,
    });
    await this.outbox.add(tx, sendNotice, { noticeId: id });
    return id;
  }
}
