import { Choice, Instant, NestedList, Text, Uuid, Whole } from '#platform/http';
import { noticeChannels } from '#lib/notices';
import type { InboxEntry, InboxNotice, Letter } from '#lib/notices';
import { Day } from './dates.js';

export class NoticeView {
  @Uuid() id!: string;
  @Text({ about: 'library.subject' }) kind!: string;
  @Choice(noticeChannels) channel!: string;
  @Text() subject!: string;
  @Instant() postedAt!: string;
  @Instant({ nullable: true }) sentAt!: string | null;
  @Instant({ nullable: true }) arrivedAt!: string | null;
  @Instant({ nullable: true }) bouncedAt!: string | null;
  @Instant({ nullable: true }) readAt!: string | null;
}

class NoticeFileView {
  @Text() name!: string;
  @Text() type!: string;
}

export class WholeNoticeView extends NoticeView {
  @Text() text!: string;
  @NestedList(() => NoticeFileView, { about: 'In the order of their numbers, from 0' })
  documents!: NoticeFileView[];
}

export class NoticeListView {
  @NestedList(() => NoticeView, { about: 'Newest first' }) items!: NoticeView[];
  @Text({ nullable: true }) nextCursor!: string | null;
  @Whole() unread!: number;
}

class LetterView {
  @Uuid() id!: string;
  @Uuid({ nullable: true }) tenantId!: string | null;
  @Text() kind!: string;
  @Text() name!: string;
  @Text() postalAddress!: string;
  @Text() subject!: string;
  @Instant() postedAt!: string;
  @Instant({ nullable: true }) printedAt!: string | null;
  @Instant({ nullable: true }) sentAt!: string | null;
}

export class LetterListView {
  @NestedList(() => LetterView, { about: 'Oldest first' }) items!: LetterView[];
}

export class PostedDto {
  @Day({ about: 'The day it was handed in; today unless given', nullable: true })
  postedOn?: string | null;
}

export class DeliveredDto {
  @Day({ about: 'The day of delivery' }) deliveredOn!: string;
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export const noticeView = (notice: InboxEntry): NoticeView => ({
  id: notice.id,
  kind: notice.kind,
  channel: notice.channel,
  subject: notice.subject,
  postedAt: notice.postedAt.toISOString(),
  sentAt: iso(notice.sentAt),
  arrivedAt: iso(notice.arrivedAt),
  bouncedAt: iso(notice.bouncedAt),
  readAt: iso(notice.readAt),
});

export const wholeNoticeView = (notice: InboxNotice): WholeNoticeView =>
  Object.assign(noticeView(notice), {
    text: notice.text,
    documents: notice.documents.map(({ name, type }) => ({ name, type })),
  });

export const letterView = (letter: Letter): LetterView => ({
  id: letter.id,
  tenantId: letter.tenantId,
  kind: letter.kind,
  name: letter.name,
  postalAddress: letter.postalAddress,
  subject: letter.subject,
  postedAt: letter.postedAt.toISOString(),
  printedAt: iso(letter.printedAt),
  sentAt: iso(letter.sentAt),
});
