import { createHash } from 'node:crypto';
import { Clock, newId } from '#lib/kernel';
import type { Locale, TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import type { Mailbox } from '#platform/smtp';
import { Injectable } from '@nestjs/common';
import { sendNotice } from '../jobs/send-notice.job.js';
import { noticeArrived } from '../notices.facts.js';
import { DocumentsStore } from '../store/documents.store.js';
import type { NoticeDocument } from '../store/documents.store.js';
import { NoticesStore } from '../store/notices.store.js';

/** By which way it goes, and to whom. */
export type Addressee =
  | {
      readonly channel?: 'mail';
      /** A member, an operator or a tenant's own address; never a subscriber. */
      readonly to: Mailbox;
    }
  | {
      readonly channel: 'letter';
      readonly to: { readonly name: string; readonly postalAddress: string };
    }
  /** Shown in the tenant's inbox and nowhere else. */
  | { readonly channel: 'portal'; readonly to?: undefined };

export type Notice = Addressee & {
  /** Null for a notice to an operator; then the transaction must be the system's. */
  readonly tenantId: TenantId | null;
  /** What it is about, `accounts.invitation`: for statistics and for finding it again. */
  readonly kind: string;
  /** `contracts.start-notice/1`, from `write`. */
  readonly template?: string;
  readonly locale: Locale;
  readonly subject: string;
  /** Plain text, lines ended by `\n`. */
  readonly text: string;
  /**
   * True for what concerns one person alone, or holds a link that opens something: its text is erased when the mail
   * is out, and no inbox shows it. So is all that accounts write, unless said otherwise.
   */
  readonly secret?: boolean;
  /** The document it is about; goes with the mail or is what is printed instead of the text. */
  readonly document?: NoticeDocument;
  /** Further documents. */
  readonly attachments?: readonly NoticeDocument[];
  /** The one that did not arrive and that it says once more. */
  readonly repeatOf?: string;
  /** Id of what a tenant is told once in each kind: posted again, also at the same time, it changes nothing. */
  readonly about?: string;
};

/** Posts what the platform itself has to say: it leaves if, and only if, the caller's transaction commits. */
@Injectable()
export class PostNotice {
  constructor(
    private readonly notices: NoticesStore,
    private readonly documents: DocumentsStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Gives the id of the notice, or of the one that said it before. A portal notice has arrived by then. @clause W22.1 */
  async within(tx: Tx, notice: Notice): Promise<string> {
    const { tenantId, kind, locale, subject, text, secret = kind.startsWith('accounts.') } = notice;
    const postedAt = this.clock.now();
    const id = newId(postedAt);
    const published = notice.channel === 'portal' ? postedAt : null;
    const kept = await this.notices.insert(tx, {
      id,
      tenantId,
      kind,
      locale,
      subject,
      secret,
      postedAt,
      ...addressed(notice),
      template: notice.template ?? null,
      repeatOf: notice.repeatOf ?? null,
      about: notice.about ?? null,
      letBeAt: null,
      body: text,
      sha256: createHash('sha256').update(text).digest('hex'),
      sentAt: published,
      arrivedAt: published,
      printedAt: null,
      bouncedAt: null,
      refusedAt: null,
      readAt: null,
    });
    if (kept !== id) return kept;
    const files = [...(notice.document ? [notice.document] : []), ...(notice.attachments ?? [])];
    await this.documents.insert(tx, tenantId, id, files);
    if (notice.channel === undefined || notice.channel === 'mail')
      await this.outbox.add(tx, sendNotice, { noticeId: id });
    if (published && tenantId)
      await this.outbox.tell(tx, noticeArrived, { tenantId, noticeId: id });
    return id;
  }
}

const addressed = (
  notice: Addressee,
): {
  channel: 'mail' | 'letter' | 'portal';
  toName: string | null;
  toAddress: string | null;
  postalAddress: string | null;
} => {
  if (notice.channel === 'letter') {
    const { name, postalAddress } = notice.to;
    return { channel: 'letter', toName: name, toAddress: null, postalAddress };
  }
  if (notice.channel === 'portal')
    return { channel: 'portal', toName: null, toAddress: null, postalAddress: null };
  const { name = null, address } = notice.to;
  return { channel: 'mail', toName: name, toAddress: address, postalAddress: null };
};
