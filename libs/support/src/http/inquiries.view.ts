import { Choice, Flag, Instant, NestedList, Text, Uuid } from '#platform/http';
import type { PageOf } from '#platform/http';
import { inquiryBoxes } from '../domain/inquiry.js';
import type { Inquiry } from '../domain/inquiry.js';

const longestText = 100_000;

export class InquiryLineView {
  @Uuid()
  id!: string;

  @Uuid({ nullable: true, about: 'The tenant whose address it came to; null for nobody’s own' })
  tenantId!: string | null;

  @Choice(inquiryBoxes)
  box!: string;

  @Instant({ about: 'When we took it' })
  arrivedAt!: string;

  @Text({ min: 0, max: 1_000 })
  fromName!: string;

  @Text({ min: 0, max: 1_000 })
  fromAddress!: string;

  @Text({ min: 0, max: 1_000 })
  subject!: string;

  @Flag({ nullable: true, about: 'Whether DMARC passed; null when nobody could tell' })
  isAuthentic!: boolean | null;

  @Instant({ nullable: true })
  closedAt!: string | null;
}

export class InquiryView extends InquiryLineView {
  @Text({ min: 0, max: longestText, multiline: true })
  text!: string;
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
  box: inquiry.box,
  arrivedAt: inquiry.arrivedAt.toISOString(),
  fromName: inquiry.fromName,
  fromAddress: inquiry.fromAddress,
  subject: inquiry.subject,
  isAuthentic: inquiry.isAuthentic,
  closedAt: inquiry.closedAt?.toISOString() ?? null,
});

export const inquiryView = (inquiry: Inquiry): InquiryView =>
  Object.assign(inquiryLine(inquiry), { text: inquiry.text });

export const inquiriesView = ({ items, nextCursor }: PageOf<Inquiry>): InquiriesView => ({
  items: items.map(inquiryLine),
  nextCursor,
});
