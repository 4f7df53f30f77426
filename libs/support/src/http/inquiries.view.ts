import { Choice, Flag, Instant, NestedList, Text, Uuid } from '#platform/http';
import type { PageOf } from '#platform/http';
import { inquiryBoxes, inquiryChannels } from '../domain/inquiry.js';
import type { Inquiry } from '../domain/inquiry.js';
import { scanStates } from '../store/letter-scans.store.js';

const longestText = 100_000;

export class InquiryLineView {
  @Uuid()
  id!: string;

  @Uuid({ nullable: true, about: 'The tenant whose address it came to; null for nobody’s own' })
  tenantId!: string | null;

  @Uuid({ nullable: true, about: 'The campaign a report is about' })
  campaignId!: string | null;

  @Choice(inquiryBoxes)
  box!: string;

  @Choice(inquiryChannels)
  channel!: string;

  @Flag()
  isComplaint!: boolean;

  @Instant({ about: 'When a first answer is promised, counted in open hours' })
  dueAt!: string;

  @Instant({ nullable: true, about: 'When it was first answered' })
  answeredAt!: string | null;

  @Instant({ about: 'When we took it' })
  arrivedAt!: string;

  @Text({ min: 0, max: 1_000 })
  fromName!: string;

  @Text({ min: 0, max: 1_000 })
  fromAddress!: string;

  @Text({ nullable: true, max: 1_000, about: 'Where the answer goes, if not to fromAddress' })
  replyTo!: string | null;

  @Text({ min: 0, max: 1_000 })
  subject!: string;

  @Flag({ about: 'The letter can be had as it came' })
  hasLetter!: boolean;

  @Choice(scanStates, {
    nullable: true,
    about: 'What the scanner of viruses said; null while nobody looked',
  })
  scan!: string | null;

  @Text({ nullable: true, about: 'The virus that was found' })
  virus!: string | null;

  @Flag({ nullable: true, about: 'Whether DMARC passed; null when nobody could tell' })
  isAuthentic!: boolean | null;

  @Instant({ nullable: true })
  closedAt!: string | null;

  @Flag({ about: 'The tenant may learn where to answer' })
  mayShareAddress!: boolean;

  @Instant({ nullable: true, about: 'When it went on to the tenant' })
  forwardedAt!: string | null;
}

export class ThreadEntryView {
  @Instant() at!: string;
  @Choice(['operator', 'member']) by!: string;
  @Text({ max: longestText, multiline: true }) text!: string;
}

export class InquiryView extends InquiryLineView {
  @Text({ min: 0, max: longestText, multiline: true })
  text!: string;

  @NestedList(() => ThreadEntryView, { about: 'What was said after it, the oldest first' })
  thread!: ThreadEntryView[];
}

export class InquiriesView {
  @NestedList(() => InquiryLineView)
  items!: InquiryLineView[];

  @Text({ nullable: true, about: 'Pass it as cursor to read on; null at the end' })
  nextCursor!: string | null;
}

const inquiryLine = (inquiry: Inquiry): InquiryLineView => ({
  id: inquiry.id,
  tenantId: inquiry.tenantId,
  campaignId: inquiry.campaignId,
  box: inquiry.box,
  channel: inquiry.channel,
  isComplaint: inquiry.isComplaint,
  dueAt: inquiry.dueAt.toISOString(),
  answeredAt: inquiry.answeredAt?.toISOString() ?? null,
  arrivedAt: inquiry.arrivedAt.toISOString(),
  fromName: inquiry.fromName,
  fromAddress: inquiry.fromAddress,
  replyTo: inquiry.replyTo,
  subject: inquiry.subject,
  hasLetter: inquiry.hasLetter,
  scan: inquiry.scan,
  virus: inquiry.virus,
  isAuthentic: inquiry.isAuthentic,
  closedAt: inquiry.closedAt?.toISOString() ?? null,
  mayShareAddress: inquiry.mayShareAddress,
  forwardedAt: inquiry.forwardedAt?.toISOString() ?? null,
});

export const inquiryView = (inquiry: Inquiry): InquiryView =>
  Object.assign(inquiryLine(inquiry), {
    text: inquiry.text,
    thread: inquiry.thread.map(({ at, by, text }) => ({ at, by, text })),
  });

export const inquiriesView = ({ items, nextCursor }: PageOf<Inquiry>): InquiriesView => ({
  items: items.map(inquiryLine),
  nextCursor,
});
